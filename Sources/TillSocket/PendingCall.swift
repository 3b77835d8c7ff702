import Scanning

/// A till's call of the POS API on its way to who answers it.
struct PendingCall: Sendable {
    let number: UInt64
    let till: Till.ID
    /// The request's `id`.
    let request: String?
    let call: TillCall
    let parameters: [String: CallParameter]
    /// Never has an element: its end is the news that the till has left.
    let gone: AsyncStream<Never>
}
