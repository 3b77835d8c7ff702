/// What came of a call of the POS API: the protocol's `result` or `error`.
public enum CallOutcome: Hashable, Sendable {
    /// One JSON text in UTF-8, as `JSONWriter` writes it: on one line, control characters escaped.
    case result([UInt8])
    case failed(CallFailure)
}

extension CallOutcome: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length only: a result is a customer's data.
    public var description: String {
        switch self {
        case .result(let json): "CallOutcome(\(json.count) bytes)"
        case .failed(let failure): "CallOutcome(\(failure.code))"
        }
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
