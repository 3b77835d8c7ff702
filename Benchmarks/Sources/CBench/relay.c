#include "CBench.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

static int failed(const char *call) {
    fprintf(stderr, "relay: %s: %s\n", call, strerror(errno));
    return 1;
}

static int accept_till(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener < 0) return -1;
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0) return -1;
    if (listen(listener, 1) != 0) return -1;
    return accept(listener, NULL, NULL);
}

static int open_raw(const char *path) {
    int terminal = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    struct termios settings;
    if (terminal < 0 || tcgetattr(terminal, &settings) != 0) return -1;
    cfmakeraw(&settings);
    return tcsetattr(terminal, TCSANOW, &settings) == 0 ? terminal : -1;
}

int cbench_relay(const char *terminal_path, const char *socket_path) {
    int terminal = open_raw(terminal_path);
    if (terminal < 0) return failed("terminal");
    int till = accept_till(socket_path);
    if (till < 0) return failed("socket");
    if (write(till, "ready\n", 6) != 6) return failed("write");
    struct pollfd watched[] = {{.fd = terminal, .events = POLLIN}, {.fd = till, .events = POLLIN}};
    char bytes[4096];
    while (poll(watched, 2, -1) > 0) {
        if (watched[1].revents != 0) return 0;
        ssize_t count = read(terminal, bytes, sizeof bytes);
        if (count < 0 && errno == EAGAIN) continue;
        if (count <= 0) return 0;
        if (write(till, bytes, (size_t)count) != count) return failed("write");
    }
    return failed("poll");
}
