/// A call's parameter as a till or a command line gives it.
public enum CallParameter: Hashable, Sendable {
    case text(String)
    /// In decimal digits, as exact as it was written: it may be an amount of money.
    case number(String)
    case boolean(Bool)
}

extension CallParameter: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind only: the value may be a customer's.
    public var description: String {
        switch self {
        case .text: "text"
        case .number: "number"
        case .boolean: "boolean"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
