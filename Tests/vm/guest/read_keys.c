/* The least that a program can do with a keyboard: read_keys DEVICE [--grab | --list] [--serve SOCKET ENTERS]
 *
 * Prints "reading" once it has the device open, and then the number of keys pressed so far, each time it has read any.
 * With --list it prints each key that goes down or up instead: its code, 1 or 0, and when, in microseconds of
 * CLOCK_MONOTONIC; "dropped" where the kernel has dropped keys.
 * Ends with errno's name on standard error where the device can't be opened or grabbed.
 *
 * With --serve it is a bare scanner daemon for one till: after every ENTERS presses of Enter it sends one line of JSON
 * with the number of keys pressed since the last one. This is what scanbridge's latency is measured against. */
#include <errno.h>
#include <fcntl.h>
#include <linux/input.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, strerrorname_np(errno));
    exit(1);
}

static int accept_at(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    unlink(path);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0) fail(path);
    if (listen(listener, 1) != 0) fail(path);
    int till = accept(listener, NULL, NULL);
    if (till < 0) fail(path);
    return till;
}

static int is_modifier(unsigned short key) {
    return key == KEY_LEFTCTRL || key == KEY_LEFTSHIFT;
}

/* One scan's count so far. */
struct scan {
    int keys, enters, is_damaged;
};

static void take(const struct input_event *event, struct scan *scan) {
    if (event->type == EV_SYN && event->code == SYN_DROPPED) scan->is_damaged = 1;
    if (event->type != EV_KEY || event->value != 1 || is_modifier(event->code)) return;
    scan->keys++;
    scan->enters += event->code == KEY_ENTER;
}

static void list(const struct input_event *event) {
    if (event->type == EV_SYN && event->code == SYN_DROPPED) puts("dropped");
    if (event->type != EV_KEY || event->value > 1) return;
    printf("%d %d %lld\n", event->code, event->value, event->input_event_sec * 1000000LL + event->input_event_usec);
}

int main(int count, char **arguments) {
    if (count < 2) return 64;
    int next = 2, till = -1, enters = 0, is_list = 0;
    int device = open(arguments[1], O_RDONLY | O_CLOEXEC);
    if (device < 0) fail("open");
    if (next < count && strcmp(arguments[next], "--grab") == 0) {
        if (ioctl(device, EVIOCGRAB, 1) != 0) fail("EVIOCGRAB");
        next++;
    } else if (next < count && strcmp(arguments[next], "--list") == 0) {
        int clock = CLOCK_MONOTONIC;
        if (ioctl(device, EVIOCSCLOCKID, &clock) != 0) fail("EVIOCSCLOCKID");
        is_list = 1;
        next++;
    }
    setlinebuf(stdout);
    puts("reading");
    if (next + 2 < count && strcmp(arguments[next], "--serve") == 0) {
        enters = atoi(arguments[next + 2]);
        till = accept_at(arguments[next + 1]);
    }
    struct scan scan = {0};
    for (;;) {
        struct input_event events[64];
        ssize_t got = read(device, events, sizeof events);
        if (got < 0) fail("read");
        for (size_t at = 0; at < got / sizeof *events; at++) {
            if (is_list) list(&events[at]);
            take(&events[at], &scan);
            if (till < 0 || scan.enters < enters) continue;
            dprintf(till, "{\"type\":\"%s\",\"keys\":%d}\n", scan.is_damaged ? "scan_failed" : "applicant", scan.keys);
            scan = (struct scan){0};
        }
        if (till < 0 && !is_list) printf("%d\n", scan.keys);
    }
}
