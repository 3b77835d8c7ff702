/* Asks for a socket of each family and prints what comes of it, a line each: "AF_INET EAFNOSUPPORT", "AF_UNIX ok".
 *
 * The tests run it in place of the daemon, within its unit. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

int main(void) {
    static const struct {
        const char *name;
        int family, type;
    } tried[] = {
        {"AF_INET", AF_INET, SOCK_STREAM},  {"AF_INET", AF_INET, SOCK_DGRAM},  {"AF_INET6", AF_INET6, SOCK_STREAM},
        {"AF_PACKET", AF_PACKET, SOCK_RAW}, {"AF_VSOCK", AF_VSOCK, SOCK_STREAM}, {"AF_BLUETOOTH", AF_BLUETOOTH, SOCK_RAW},
        {"AF_UNIX", AF_UNIX, SOCK_STREAM},  {"AF_NETLINK", AF_NETLINK, SOCK_RAW},
    };
    for (size_t at = 0; at < sizeof tried / sizeof *tried; at++) {
        int made = socket(tried[at].family, tried[at].type, 0);
        printf("%s %s\n", tried[at].name, made < 0 ? strerrorname_np(errno) : "ok");
    }
    return 0;
}
