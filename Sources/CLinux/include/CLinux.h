// What Swift cannot import of the kernel's and glibc's interfaces: whole headers that its Glibc module leaves out, and
// macros and variadic calls, each as a function of the same meaning.
#ifndef CLINUX_H
#define CLINUX_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>

/// Names a thread as `ps -L` shows it, in at most 15 bytes (pthread_setname_np).
void clinux_thread_name(pthread_t thread, const char *name);

/// Claims a terminal for this process (TIOCEXCL). 0, or an errno value.
int clinux_tty_claim(int descriptor);

/// Raises DTR and RTS. 0, or an errno value.
int clinux_tty_raise_modem_lines(int descriptor);

/// Whether the descriptor is the slave of a pseudo-terminal.
bool clinux_tty_is_pseudo(int descriptor);

/// Opens a pseudo-terminal's master, not as this process's controlling terminal, and unlocks its slave, whose path is
/// written to `path`. The descriptor, or -1 with errno.
int clinux_pty_open(char *path, size_t capacity);

/// Asks the kernel to queue no EV_MSC events on an event device (EVIOCSMASK). 0, or an errno value.
int clinux_evdev_mask_misc(int descriptor);

/// The longest report descriptor that the kernel hands out (HID_MAX_DESCRIPTOR_SIZE).
#define CLINUX_HID_DESCRIPTOR_MAX 4096

/// Copies a raw HID node's report descriptor to `bytes`, which holds CLINUX_HID_DESCRIPTOR_MAX (HIDIOCGRDESC). 0, or an
/// errno value.
int clinux_hidraw_descriptor(int descriptor, uint8_t *bytes, size_t *length);

/// Sets a feature report, its id first (HIDIOCSFEATURE). 0, or an errno value.
int clinux_hidraw_set_feature(int descriptor, const uint8_t *report, size_t length);

/// Makes an input device of the kernel's user input driver: a keyboard on the virtual bus with these keys and no others, which
/// is there until the descriptor is closed. The descriptor, or -1 with errno.
int clinux_uinput_open(
    const char *path, const char *name, uint16_t vendor, uint16_t product, const uint16_t *keys, size_t count);

/// Presses or releases one of its keys. 0, or an errno value.
int clinux_uinput_move(int descriptor, uint16_t key, bool is_pressed);

/// Writes the device's name in sysfs, such as `input17`, to `name` (UI_GET_SYSNAME). 0, or an errno value.
int clinux_uinput_name(int descriptor, char *name, size_t capacity);

/// Overwrites memory when it is freed (M_PERTURB), for what is allocated from now on.
bool clinux_overwrite_freed_memory(void);

/// Unmaps the executable's pages that are never written to (MADV_DONTNEED): each is mapped again from the kernel's cache
/// when it is used next.
void clinux_unmap_used_code(void);

/// No core dump of this process, neither by the kernel nor by a debugger of the same user (RLIMIT_CORE,
/// PR_SET_DUMPABLE). 0, or an errno value.
int clinux_forbid_core_dumps(void);

#endif
