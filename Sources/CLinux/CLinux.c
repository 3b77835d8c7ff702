#define _GNU_SOURCE

#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <linux/hidraw.h>
#include <linux/input.h>
#include <linux/uinput.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static int result(int returned) { return returned == 0 ? 0 : errno; }

void clinux_thread_name(pthread_t thread, const char *name) { pthread_setname_np(thread, name); }

int clinux_tty_claim(int descriptor) { return result(ioctl(descriptor, TIOCEXCL)); }

int clinux_tty_raise_modem_lines(int descriptor) {
    int lines = TIOCM_DTR | TIOCM_RTS;
    return result(ioctl(descriptor, TIOCMBIS, &lines));
}

bool clinux_tty_is_pseudo(int descriptor) {
    // Linux admin-guide/devices.txt: major numbers 136 to 143 are Unix98 slaves.
    struct stat status;
    return fstat(descriptor, &status) == 0 && major(status.st_rdev) >= 136 && major(status.st_rdev) <= 143;
}

int clinux_pty_open(char *path, size_t capacity) {
    int descriptor = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    if (grantpt(descriptor) == 0 && unlockpt(descriptor) == 0) {
        errno = ptsname_r(descriptor, path, capacity);
        if (errno == 0) return descriptor;
    }
    int cause = errno;
    close(descriptor);
    errno = cause;
    return -1;
}

int clinux_evdev_mask_misc(int descriptor) {
    uint8_t none[(MSC_CNT + 7) / 8] = {0};
    struct input_mask mask = {
        .type = EV_MSC, .codes_size = sizeof none, .codes_ptr = (uint64_t)(uintptr_t)none};
    return result(ioctl(descriptor, EVIOCSMASK, &mask));
}

_Static_assert(CLINUX_HID_DESCRIPTOR_MAX == HID_MAX_DESCRIPTOR_SIZE, "as the kernel has it");

int clinux_hidraw_descriptor(int descriptor, uint8_t *bytes, size_t *length) {
    int size = 0;
    struct hidraw_report_descriptor report = {0};
    if (ioctl(descriptor, HIDIOCGRDESCSIZE, &size) < 0) return errno;
    if (size < 0 || size > HID_MAX_DESCRIPTOR_SIZE) return EINVAL;
    report.size = size;
    if (ioctl(descriptor, HIDIOCGRDESC, &report) < 0) return errno;
    memcpy(bytes, report.value, size);
    *length = size;
    return 0;
}

int clinux_hidraw_set_feature(int descriptor, const uint8_t *report, size_t length) {
    return ioctl(descriptor, HIDIOCSFEATURE(length), report) < 0 ? errno : 0;
}

static bool uinput_make(
    int descriptor, const char *name, uint16_t vendor, uint16_t product, const uint16_t *keys, size_t count) {
    struct uinput_setup setup = {.id = {.bustype = BUS_VIRTUAL, .vendor = vendor, .product = product, .version = 1}};
    strncpy(setup.name, name, sizeof setup.name - 1);
    // No EV_REP: the kernel repeats no key that is down for long.
    if (ioctl(descriptor, UI_SET_EVBIT, EV_KEY) != 0) return false;
    for (size_t index = 0; index < count; index++) {
        if (ioctl(descriptor, UI_SET_KEYBIT, (int)keys[index]) != 0) return false;
    }
    return ioctl(descriptor, UI_DEV_SETUP, &setup) == 0 && ioctl(descriptor, UI_DEV_CREATE) == 0;
}

int clinux_uinput_open(
    const char *path, const char *name, uint16_t vendor, uint16_t product, const uint16_t *keys, size_t count) {
    int descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return -1;
    if (uinput_make(descriptor, name, vendor, product, keys, count)) return descriptor;
    int cause = errno;
    close(descriptor);
    errno = cause;
    return -1;
}

int clinux_uinput_move(int descriptor, uint16_t key, bool is_pressed) {
    struct input_event events[] = {
        {.type = EV_KEY, .code = key, .value = is_pressed},
        {.type = EV_SYN, .code = SYN_REPORT},
    };
    return write(descriptor, events, sizeof events) == sizeof events ? 0 : errno;
}

int clinux_uinput_name(int descriptor, char *name, size_t capacity) {
    return ioctl(descriptor, UI_GET_SYSNAME(capacity), name) < 0 ? errno : 0;
}

bool clinux_overwrite_freed_memory(void) { return mallopt(M_PERTURB, 0xA5) == 1; }

static int unmap_code(struct dl_phdr_info *object, size_t size, void *page) {
    (void)size;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        // What the loader wrote its relocations to would be lost.
        if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W)) continue;
        uintptr_t begin = (object->dlpi_addr + segment->p_vaddr) & ~(*(uintptr_t *)page - 1);
        madvise((void *)begin, object->dlpi_addr + segment->p_vaddr + segment->p_memsz - begin, MADV_DONTNEED);
    }
    // The first object is the executable itself; libraries are shared with others.
    return 1;
}

void clinux_unmap_used_code(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    dl_iterate_phdr(unmap_code, &page);
}

int clinux_forbid_core_dumps(void) {
    struct rlimit none = {0, 0};
    int error = result(setrlimit(RLIMIT_CORE, &none));
    return error != 0 ? error : result(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}
