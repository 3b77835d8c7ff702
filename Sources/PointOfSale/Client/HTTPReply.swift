/// A reply's status and whole body.
struct HTTPReply: Sendable {
    let status: Int
    let body: [UInt8]
}

extension HTTPReply: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "HTTPReply(\(status), \(body.count) bytes)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
