/// One key going down or up, by the kernel's keycode (`KEY_A` is 30), not by any layout.
///
/// Source: Linux `input-event-codes.h`. Repeats by the kernel (value 2) never become one.
public struct KeyEvent: Hashable, Sendable {
    public let code: UInt16
    public let isPressed: Bool

    public init(code: UInt16, isPressed: Bool) {
        self.code = code
        self.isPressed = isPressed
    }
}

extension KeyEvent: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which way, never which key: keys spell a card.
    public var description: String { isPressed ? "key down" : "key up" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
