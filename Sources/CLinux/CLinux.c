#include "CLinux.h"

#include <errno.h>
#include <sys/ioctl.h>

int clinux_tty_claim(int descriptor) { return ioctl(descriptor, TIOCEXCL) == 0 ? 0 : errno; }

int clinux_tty_raise_modem_lines(int descriptor) {
    int lines = TIOCM_DTR | TIOCM_RTS;
    return ioctl(descriptor, TIOCMBIS, &lines) == 0 ? 0 : errno;
}
