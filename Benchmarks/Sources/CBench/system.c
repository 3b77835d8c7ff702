#define _GNU_SOURCE

#include "CBench.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

/// Closes what could not be used, and leaves errno as the failed call set it.
static int give_up(int descriptor) {
    int cause = errno;
    close(descriptor);
    errno = cause;
    return -1;
}

int cbench_terminal_open(char *path, size_t capacity) {
    int descriptor = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    // Raw from the start: nothing is echoed before the other end has made its own settings.
    struct termios settings;
    if (grantpt(descriptor) != 0 || unlockpt(descriptor) != 0 || tcgetattr(descriptor, &settings) != 0)
        return give_up(descriptor);
    cfmakeraw(&settings);
    if (tcsetattr(descriptor, TCSANOW, &settings) != 0) return give_up(descriptor);
    errno = ptsname_r(descriptor, path, capacity);
    return errno == 0 ? descriptor : give_up(descriptor);
}

int cbench_connect(const char *path, int read_limit_s) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -1;
    struct timeval limit = {.tv_sec = read_limit_s};
    if (setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) != 0) return give_up(descriptor);
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) return give_up(descriptor);
    return descriptor;
}

/// The processes that run, for the handler; a slot of 0 is free.
static volatile pid_t children[8];

static void end_children(int signal) {
    for (size_t slot = 0; slot < sizeof children / sizeof *children; slot++)
        if (children[slot] > 0) kill(children[slot], SIGTERM);
    raise(signal);
}

static void end_children_when_ended(void) {
    // The second time, raised by the handler itself, the signal has its own effect.
    struct sigaction action = {.sa_handler = end_children, .sa_flags = SA_RESETHAND};
    int signals[] = {SIGALRM, SIGHUP, SIGINT, SIGTERM};
    for (size_t index = 0; index < sizeof signals / sizeof *signals; index++)
        sigaction(signals[index], &action, NULL);
}

static int replace_child(pid_t old, pid_t new) {
    for (size_t slot = 0; slot < sizeof children / sizeof *children; slot++) {
        if (children[slot] != old) continue;
        children[slot] = new;
        return 0;
    }
    errno = ENOSPC;
    return -1;
}

pid_t cbench_start(const char *executable, char *const arguments[]) {
    end_children_when_ended();
    pid_t child = fork();
    if (child == 0) {
        execv(executable, arguments);
        _exit(127);
    }
    if (child > 0 && replace_child(0, child) != 0) {
        kill(child, SIGKILL);
        return -1;
    }
    return child;
}

void cbench_forget(pid_t process) { replace_child(process, 0); }

void cbench_overwrite_freed_memory(int is_on) { mallopt(M_PERTURB, is_on ? 0xA5 : 0); }
