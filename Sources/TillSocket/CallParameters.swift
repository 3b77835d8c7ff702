import FoundationEssentials
public import Scanning

/// A call's parameters as a JSON object, from a till or from a file.
public struct CallParameters: Decodable, Sendable {
    /// Null is none.
    public let values: [String: CallParameter]

    /// Reads them of `decoder`; any other value than texts, numbers, booleans and null is refused.
    public init(from decoder: any Decoder) throws {
        values = try [String: Value?](from: decoder).compactMapValues { $0?.parameter }
    }

    /// Nesting is refused, so that what goes on from here is flat.
    private struct Value: Decodable {
        let parameter: CallParameter

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                parameter = .text(text)
            } else if let boolean = try? container.decode(Bool.self) {
                parameter = .boolean(boolean)
            } else {
                // Not by way of a binary fraction: it may be money.
                parameter = .number(try container.decode(Decimal.self).description)
            }
        }
    }
}
