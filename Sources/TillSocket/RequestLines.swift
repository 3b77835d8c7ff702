/// Cuts what a till writes into lines, whatever chunks it comes in, and never keeps more than one line's bytes.
struct RequestLines {
    /// A line's bytes before its `\n`; a longer one ends the conversation.
    static let limit = 16_384

    enum Output: Hashable, Sendable {
        /// One line without its end (`\n` or CR LF); never an empty one.
        case line([UInt8])
        /// More than `limit` bytes without an end. Nothing comes after it.
        case overlong
    }

    private var line: [UInt8] = []
    private var isOverlong = false

    mutating func push(_ bytes: some Sequence<UInt8>) -> [Output] {
        var outputs: [Output] = []
        for byte in bytes where !isOverlong {
            if byte == UInt8(ascii: "\n") {
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                if !line.isEmpty { outputs.append(.line(line)) }
                line.removeAll(keepingCapacity: false)
            } else if line.count == Self.limit {
                isOverlong = true
                line = []
                outputs.append(.overlong)
            } else {
                line.append(byte)
            }
        }
        return outputs
    }
}
