/* A keyboard scanner's typing: type DEVICE [--when | --till SOCKET] FILE...
 *
 * Types each file on a gadget's /dev/hidgN as a US-layout scanner does: one report with the key and its modifiers, one
 * with all of them up, each a millisecond after the one before, which is the full speed of a keyboard's port: dummy_hcd,
 * which makes the port, would take three in that time. Control characters but Enter and Tab are Ctrl chords.
 *
 * With --when it prints when each file's last key went down, in microseconds of CLOCK_MONOTONIC.
 *
 * With --till it connects there, and after each file waits for the line that has `"type":"applicant"` or
 * `"type":"scan_failed"` in it, at most ten seconds; it prints that line, and before it the microseconds from the
 * last key's report, handed to the port, to the line's arrival, and how many of these the machine stood still: waiting,
 * it sleeps a millisecond at a time before all other programs, and counts what it overslept. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_FILE = 8192, LONGEST_LINE = 65536, LEFT_CONTROL = 1, LEFT_SHIFT = 2 };
enum { REPORT_MICROSECONDS = 1000, NAP_MICROSECONDS = 1000, LONGEST_WAIT_MICROSECONDS = 10000000 };

struct report {
    unsigned char modifiers, reserved, keys[6];
};

/* Usage ids of the keyboard page, from 4 on. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyz1234567890\r\0\0\t -=[]\\\0;'`,./";
static const char shifted[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()\0\0\0\0\0_+{}|\0:\"~<>?";

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static int usage_of(int character, const char *table, size_t size) {
    const char *at = character ? memchr(table, character, size) : NULL;
    return at ? (int)(at - table) + 4 : 0;
}

static struct report report_of(int character) {
    struct report report = {0};
    if (character < 0x20 && character != '\r' && character != '\t') {
        report.modifiers |= LEFT_CONTROL;
        character ^= 0x40;
        if (character >= 'A' && character <= 'Z') character += 'a' - 'A';
    }
    report.keys[0] = usage_of(character, plain, sizeof plain - 1);
    if (!report.keys[0]) {
        report.keys[0] = usage_of(character, shifted, sizeof shifted - 1);
        report.modifiers |= LEFT_SHIFT;
    }
    if (!report.keys[0]) {
        fprintf(stderr, "no key types 0x%02x\n", character);
        exit(1);
    }
    return report;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

/* Returns when it was sent. */
static long long send_report(int device, struct report report) {
    static long long last;
    long long early = last + REPORT_MICROSECONDS - now();
    if (early > 0) usleep(early);
    last = now();
    if (write(device, &report, sizeof report) != sizeof report) fail("the keyboard");
    return last;
}

/* Returns when the last key went down. */
static long long type(int device, const char *path) {
    static char text[LONGEST_FILE];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) fail(path);
    ssize_t length = 0, got;
    while ((got = read(file, text + length, sizeof text - length)) > 0) length += got;
    close(file);
    long long last = 0;
    for (ssize_t at = 0; at < length; at++) {
        last = send_report(device, report_of((unsigned char)text[at]));
        send_report(device, (struct report){0});
    }
    return last;
}

static int connect_to(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int till = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (till < 0 || connect(till, (struct sockaddr *)&address, sizeof address) != 0) fail(path);
    return till;
}

static int is_answer(const char *line) {
    return strstr(line, "\"type\":\"applicant\"") || strstr(line, "\"type\":\"scan_failed\"");
}

static void set_policy(int policy, int priority) {
    struct sched_param parameters = {.sched_priority = priority};
    if (sched_setscheduler(0, policy, &parameters) != 0) fail("the order of programs");
}

/* Sleeps until something can be read, a nap at most; returns by how much it overslept. */
static long long nap(int till) {
    struct pollfd ready = {.fd = till, .events = POLLIN};
    long long begin = now();
    int got = poll(&ready, 1, NAP_MICROSECONDS / 1000);
    if (got < 0) fail("the till's socket");
    long long over = now() - begin - NAP_MICROSECONDS;
    return over > 0 ? over : 0;
}

static void await_answer(int till, long long since) {
    static char received[LONGEST_LINE + 1];
    static size_t length;
    long long still = 0;
    set_policy(SCHED_FIFO, 1);
    for (;;) {
        char *end;
        while ((end = memchr(received, '\n', length))) {
            *end = 0;
            int answered = is_answer(received);
            if (answered) printf("%lld %lld %s\n", now() - since, still, received);
            length -= end + 1 - received;
            memmove(received, end + 1, length);
            if (!answered) continue;
            set_policy(SCHED_OTHER, 0);
            return;
        }
        still += nap(till);
        if (now() - since > LONGEST_WAIT_MICROSECONDS) fail("no answer");
        ssize_t got = recv(till, received + length, LONGEST_LINE - length, MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN)) fail("the till's socket");
        if (got > 0) length += got;
    }
}

int main(int count, char **arguments) {
    int next = 2, till = -1, tells_when = 0;
    if (count < 3) return 64;
    int device = open(arguments[1], O_RDWR | O_CLOEXEC);
    if (device < 0) fail(arguments[1]);
    if (count > 4 && strcmp(arguments[2], "--till") == 0) {
        till = connect_to(arguments[3]);
        next = 4;
    } else if (strcmp(arguments[2], "--when") == 0) {
        tells_when = 1;
        next = 3;
    }
    for (; next < count; next++) {
        long long last = type(device, arguments[next]);
        if (tells_when) printf("%lld\n", last);
        if (till >= 0) await_answer(till, last);
    }
    return 0;
}
