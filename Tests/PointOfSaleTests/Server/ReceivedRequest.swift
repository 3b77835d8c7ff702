import Foundation

/// A request as a server got it.
struct ReceivedRequest: Sendable {
    let method: String
    /// Without the query.
    let path: String
    let query: String
    /// By lower-case name.
    let headers: [String: String]
    let body: [UInt8]
    /// Which connection it came by.
    let connection: ObjectIdentifier

    var text: String { String(decoding: body, as: UTF8.self) }

    /// `a=b&c=d` with percent signs resolved: a query, or a form's body.
    static func items(_ text: String) -> [String: String] {
        var items: [String: String] = [:]
        for item in text.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            items[String(parts[0])] = String(parts.last ?? "").removingPercentEncoding
        }
        return items
    }
}
