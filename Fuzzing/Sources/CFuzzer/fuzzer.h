/* libFuzzer's own entry, which comes with -sanitize=fuzzer. A Swift executable has a `main` of its own, so libFuzzer's isn't
   linked, and this is called instead. Source: compiler-rt, "Using libFuzzer as a library". */
#pragma once
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
