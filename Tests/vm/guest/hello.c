/* The first line that a till reads on a socket, the greeting: hello SOCKET */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int main(int count, char **arguments) {
    if (count != 2) return 64;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, arguments[1], sizeof address.sun_path - 1);
    int till = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (till < 0 || connect(till, (struct sockaddr *)&address, sizeof address) != 0) return 1;
    FILE *lines = fdopen(till, "r");
    for (int c; (c = getc(lines)) != EOF && c != '\n';) putchar(c);
    putchar('\n');
    return 0;
}
