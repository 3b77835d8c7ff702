#include "CBench.h"

#include <string.h>

size_t cbench_split(const uint8_t *payload, size_t length, struct cbench_line *lines, size_t capacity) {
    const uint8_t *start = payload, *end = payload + length;
    size_t count = 0;
    while (start < end) {
        const uint8_t *feed = memchr(start, '\n', (size_t)(end - start));
        const uint8_t *stop = feed ? feed : end;
        if (count < capacity) lines[count] = (struct cbench_line){start, (size_t)(stop - start)};
        count++;
        start = stop + 1;
    }
    return count;
}
