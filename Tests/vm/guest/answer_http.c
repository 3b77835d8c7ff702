/* A POS API that knows one person and one secret, on one connection: answer_http APPLICANT SECRET
 *
 * It reads requests on standard input and answers on standard output: a token to whoever bears the secret, and to whoever
 * bears the token the file APPLICANT, as the licence's applicant. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void answer(int status, const char *body) {
    printf("HTTP/1.1 %d -\r\ncontent-type: application/json\r\ncontent-length: %zu\r\n\r\n%s",
           status, strlen(body), body);
    fflush(stdout);
}

static void read_file(const char *path, char *text, size_t size) {
    FILE *file = fopen(path, "r");
    size_t length = file ? fread(text, 1, size - 1, file) : 0;
    text[length] = 0;
    if (file) fclose(file);
}

int main(int count, char **arguments) {
    static char start[1024], line[8192], body[65536], applicant[4096], secret[256];
    if (count != 3) return 64;
    while (fgets(start, sizeof start, stdin)) {
        size_t length = 0;
        int has_token = 0;
        while (fgets(line, sizeof line, stdin) && strcmp(line, "\r\n") != 0) {
            if (strncasecmp(line, "content-length:", 15) == 0) length = strtoul(line + 15, NULL, 10);
            if (strncasecmp(line, "authorization: Bearer token-1\r\n", 31) == 0) has_token = 1;
        }
        if (length >= sizeof body || fread(body, 1, length, stdin) != length) return 1;
        body[length] = 0;
        if (strncmp(start, "HEAD ", 5) == 0) {
            printf("HTTP/1.1 405 -\r\ncontent-length: 0\r\n\r\n");
            fflush(stdout);
        } else if (strstr(start, "/oauth/token ")) {
            read_file(arguments[2], secret, sizeof secret);
            secret[strcspn(secret, "\n")] = 0;
            if (*secret && strstr(body, secret)) answer(200, "{\"access_token\":\"token-1\",\"expires_in\":1200}");
            else answer(400, "{\"error\":\"invalid_client\"}");
        } else if (strstr(start, "/customers/driverslicense ")) {
            read_file(arguments[1], applicant, sizeof applicant);
            if (has_token) answer(200, applicant);
            else answer(401, "{\"error\":\"invalid_token\"}");
        } else {
            answer(404, "{\"error\":\"not_found\"}");
        }
    }
    return 0;
}
