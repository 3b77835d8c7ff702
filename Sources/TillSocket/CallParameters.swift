public import Scanning

/// A call's parameters as a JSON object, from a till or from a file.
public struct CallParameters: Sendable {
    /// Null is none.
    public let values: [String: CallParameter]

    /// `nil` where it is no object, or one of other values than texts, numbers, booleans and null: nesting is refused, so that
    /// what goes on from here is flat.
    public init?(_ json: JSONValue) {
        guard case .object(let members) = json else { return nil }
        var values: [String: CallParameter] = [:]
        for (name, value) in members {
            switch value {
            case .string(let text): values[name] = .text(text)
            // As it was written: it may be money.
            case .number(let text): values[name] = .number(text)
            case .boolean(let boolean): values[name] = .boolean(boolean)
            case .null: break
            case .object, .array: return nil
            }
        }
        self.values = values
    }
}
