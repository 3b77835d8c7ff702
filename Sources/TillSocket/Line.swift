import NIOCore

/// One line for tills, rendered once a socket and shared by all who wait for it.
///
/// It may hold a person's data: the last one to let go of it overwrites it. Where NIO still has its hands on the
/// bytes at that moment, they are left to the process's overwriting of freed memory.
final class Line {
    /// From `{` to the closing `\n`.
    private(set) var bytes: ByteBuffer

    /// Takes the bytes and overwrites what they lay in.
    init(_ bytes: consuming [UInt8]) {
        self.bytes = ByteBufferAllocator().buffer(capacity: bytes.count)
        self.bytes.writeBytes(bytes)
        for index in bytes.indices { bytes[index] = 0 }
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

extension Line: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "Line(\(bytes.readableBytes) bytes)" }
    var debugDescription: String { description }
    /// No children: a mirror would show the bytes.
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
