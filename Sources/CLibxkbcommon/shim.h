#include <stdarg.h>
#include <xkbcommon/xkbcommon.h>

static inline void clibxkbcommon_ignore(
    struct xkb_context *context, enum xkb_log_level level, const char *format, va_list arguments) {
    (void)context, (void)level, (void)format, (void)arguments;
}

/// Keeps libxkbcommon from writing to standard error; its callback takes a `va_list`, which Swift cannot import.
static inline void clibxkbcommon_silence(struct xkb_context *context) {
    xkb_context_set_log_fn(context, clibxkbcommon_ignore);
}
