/// Why a call of the POS API has no result: the protocol's `error` object.
public struct CallFailure: Error, Hashable, Sendable {
    /// The API's own code, or one of this product's.
    public let code: String
    /// A sentence that quotes no value.
    public let message: String

    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}
