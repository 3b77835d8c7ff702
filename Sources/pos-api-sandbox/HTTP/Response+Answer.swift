import Hummingbird
import NIOCore

extension Response {
    /// - Parameters:
    ///   - cut: whether the answer ends in its middle.
    ///   - pause: how long it halts in its middle.
    init(_ answer: Answer, cut: Bool = false, pause: Duration? = nil) {
        let bytes = ByteBuffer(string: answer.body.written)
        let half = bytes.readableBytes / 2
        let first = bytes.getSlice(at: 0, length: half) ?? bytes
        let rest = bytes.getSlice(at: half, length: bytes.readableBytes - half) ?? ByteBuffer()
        let body =
            if let pause {
                ResponseBody(contentLength: bytes.readableBytes) { writer in
                    try await writer.write(first)
                    await Pause.pass(pause)
                    try await writer.write(rest)
                    try await writer.finish(nil)
                }
            } else {
                ResponseBody(byteBuffer: cut ? first : bytes)
            }
        self.init(
            status: HTTPResponse.Status(code: answer.status), headers: [.contentType: "application/json"],
            body: body)
    }
}
