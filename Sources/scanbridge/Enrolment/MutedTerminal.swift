import Glibc

/// The terminal while a scanner may be typing into it: it shows nothing of that, and forgets it in the end, so that no shell
/// takes a barcode for a command.
///
/// Does nothing where standard input is no terminal, or not this process's.
struct MutedTerminal {
    /// As they were.
    private var settings: termios?

    init() {
        var settings = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetpgrp(STDIN_FILENO) == getpgrp(),
            tcgetattr(STDIN_FILENO, &settings) == 0
        else { return }
        self.settings = settings
        settings.c_lflag &= ~tcflag_t(ECHO | ECHONL)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    /// Drops what has not been read, and shows what is typed again.
    func restore() {
        guard var settings else { return }
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    }
}
