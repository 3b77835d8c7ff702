/// A PIN that the service would have sent.
struct SentMessage: Hashable, Sendable {
    /// `sms` or `email`.
    let format: String
    let recipient: String
    let pin: String
    /// The caller's, of the verification.
    let requestID: String
}
