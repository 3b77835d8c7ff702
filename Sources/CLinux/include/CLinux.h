// The kernel's and glibc's macros and variadic calls that Swift cannot import, each as a function of the same meaning.
#ifndef CLINUX_H
#define CLINUX_H

#include <stdbool.h>
#include <stdint.h>

/// Claims a terminal for this process (TIOCEXCL). 0, or an errno value.
int clinux_tty_claim(int descriptor);

/// Raises DTR and RTS. 0, or an errno value.
int clinux_tty_raise_modem_lines(int descriptor);

#endif
