/// A call's parameter as a till or a command line gives it.
public enum ParameterValue: Hashable, Sendable {
    case text(String)
    /// A JSON number as it was written: money must not go through binary floating point.
    case number(String)
    case boolean(Bool)
}

extension ParameterValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Its kind, never its value.
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
