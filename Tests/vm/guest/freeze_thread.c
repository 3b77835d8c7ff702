/* Stops one thread of a process and lets the others run, as a loop that hangs does: freeze_thread PID NAME
 *
 * SIGSTOP would stop them all. Prints "frozen", and ends when the process does. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

static int is_named(const char *process, const char *thread, const char *name) {
    char path[300], found[32] = "";
    snprintf(path, sizeof path, "/proc/%s/task/%s/comm", process, thread);
    FILE *file = fopen(path, "r");
    if (!file) return 0;
    if (fgets(found, sizeof found, file)) found[strcspn(found, "\n")] = 0;
    fclose(file);
    return strcmp(found, name) == 0;
}

static int thread_named(const char *process, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%s/task", process);
    DIR *threads = opendir(path);
    struct dirent *entry;
    while (threads && (entry = readdir(threads)))
        if (is_named(process, entry->d_name, name)) return atoi(entry->d_name);
    fprintf(stderr, "process %s has no thread %s\n", process, name);
    exit(1);
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    int thread = thread_named(arguments[1], arguments[2]), status;
    if (ptrace(PTRACE_SEIZE, thread, 0, 0) != 0 || ptrace(PTRACE_INTERRUPT, thread, 0, 0) != 0) {
        perror("ptrace");
        return 1;
    }
    /* The process's end has to be waited for, or its parent would never hear of it. */
    for (int stops = 0; waitpid(thread, &status, __WALL) == thread; stops++)
        if (stops == 0 && puts("frozen") >= 0) fflush(stdout);
    return 0;
}
