/* The first process of the guest: loads the modules that /modules/order names, mounts the disk, and hands over
 * to systemd on it. It stands alone in the initramfs, so that no shell or library is needed there. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void must(int result, const char *what) {
    if (result == 0) return;
    fprintf(stderr, "init: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void load(const char *module) {
    int file = open(module, O_RDONLY | O_CLOEXEC);
    must(file < 0, module);
    /* ENODEV: an accelerator of checksums for a processor that this is not. */
    if (syscall(SYS_finit_module, file, "", 0) != 0 && errno != EEXIST && errno != ENODEV) must(-1, module);
    close(file);
}

static void load_all(const char *list) {
    char path[256];
    FILE *order = fopen(list, "r");
    must(order == NULL, list);
    while (fgets(path, sizeof path, order)) {
        path[strcspn(path, "\n")] = 0;
        load(path);
    }
    fclose(order);
}

int main(void) {
    mkdir("/dev", 0755);
    mkdir("/disk", 0755);
    must(mount("dev", "/dev", "devtmpfs", 0, "mode=755"), "/dev");
    load_all("/modules/order");
    /* The disk shows up shortly after its driver. */
    for (int tries = 0; tries < 1000 && access("/dev/vda", F_OK) != 0; tries++) usleep(10000);
    must(mount("/dev/vda", "/disk", "ext4", 0, 0), "/dev/vda");
    must(mount("/dev", "/disk/dev", NULL, MS_MOVE, NULL), "/disk/dev");
    must(chdir("/disk"), "/disk");
    must(mount(".", "/", NULL, MS_MOVE, NULL), "/");
    must(chroot("."), "chroot");
    must(chdir("/"), "chdir");
    execl("/sbin/init", "/sbin/init", NULL);
    must(-1, "/sbin/init");
}
