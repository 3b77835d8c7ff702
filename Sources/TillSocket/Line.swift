import NIOCore

/// One line for tills, rendered once a socket and shared by all who wait for it.
///
/// It may hold a person's data: the last one to let go of it overwrites it. (NIO has let go of its view of the
/// bytes by the time it reports them written.)
final class Line {
    /// From `{` to the closing `\n`.
    private(set) var bytes: ByteBuffer

    init(_ bytes: [UInt8]) {
        self.bytes = ByteBuffer(bytes: bytes)
    }

    private init(_ bytes: ByteBuffer) {
        self.bytes = bytes
    }

    deinit {
        bytes.withUnsafeMutableReadableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) }
    }

    /// The same line marked as given late: `"replayed":true,"age_ms":…` before its closing brace.
    ///
    /// Spliced rather than rendered anew, so that what is held is bytes that can be overwritten, and a held line
    /// says for ever what it said at first.
    func replayed(age: Duration) -> Line {
        let milliseconds = Swift.max(0, age / .milliseconds(1))
        let end = ",\"replayed\":true,\"age_ms\":\(Int64(milliseconds))}\n"
        let body = bytes.readableBytesView.dropLast(2)
        var late = ByteBufferAllocator().buffer(capacity: body.count + end.utf8.count)
        late.writeBytes(body)
        late.writeString(end)
        return Line(late)
    }
}
