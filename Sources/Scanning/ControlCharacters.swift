/// How a keyboard wedge types the control characters of a barcode.
///
/// The raw values are the configuration's.
public enum ControlCharacters: String, Hashable, Sendable, CaseIterable {
    /// Ctrl and a key: Ctrl+J is LF.
    case control = "ctrl"
    /// Their decimal code on the keypad under Alt, as Windows takes it.
    case altKeypad = "alt-keypad"
    /// Each line's end is Enter, and the rest is lost.
    case enterOnly = "enter-only"
    /// Lost; Enter comes as the scan's suffix at most.
    case none
}
