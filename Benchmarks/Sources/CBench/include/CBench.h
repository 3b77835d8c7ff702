// The plain C that the daemon is measured beside, and the system calls of the measurement that Swift cannot import.
#ifndef CBENCH_H
#define CBENCH_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// One line of a payload: where it begins, and its length without the line feed.
struct cbench_line {
    const uint8_t *start;
    size_t length;
};

/// The least that any decoder does: finds the payload's lines with memchr. Returns how many there are; `lines` holds the
/// first `capacity` of them.
size_t cbench_split(const uint8_t *payload, size_t length, struct cbench_line *lines, size_t capacity);

/// The least that any daemon does: says `ready` to the first till that connects to the Unix socket `socket_path`, then
/// copies to it whatever `terminal_path` yields, until either is gone. Returns the exit status for its process.
int cbench_relay(const char *terminal_path, const char *socket_path);

/// Opens a pseudo-terminal's master, whose slave's path is written to `path`. The descriptor, or -1 with errno.
int cbench_terminal_open(char *path, size_t capacity);

/// Connects to a Unix socket; reads from it fail with EAGAIN after `read_limit_s` seconds. The descriptor, or -1 with
/// errno.
int cbench_connect(const char *path, int read_limit_s);

/// Starts a program, at most eight at once, that gets SIGTERM if a signal ends this one. Its process, or -1 with errno.
pid_t cbench_start(const char *executable, char *const arguments[]);

/// The process has ended: its number may soon be another's.
void cbench_forget(pid_t process);

/// How often this thread has asked for memory so far: malloc, calloc and realloc are counted in this executable.
size_t cbench_allocations(void);

/// Has freed memory overwritten from now on, as the daemon has, or not.
void cbench_overwrite_freed_memory(int is_on);

#endif
