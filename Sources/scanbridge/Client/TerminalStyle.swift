import Glibc

/// Colours for a terminal; none where the output goes elsewhere or the user wants none.
///
/// Source: ECMA-48, "Select graphic rendition"; the convention of `NO_COLOR`.
struct TerminalStyle {
    enum Look: String {
        case strong = "1"
        case faint = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
    }

    static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    let isColoured: Bool

    init(isColoured: Bool = Self.standardOutputIsTerminal && getenv("NO_COLOR") == nil) {
        self.isColoured = isColoured
    }

    func callAsFunction(_ look: Look, _ text: String) -> String {
        isColoured ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
    }
}
