import NIOCore
import NIOHTTP1

/// One connection of a scripted server.
final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let script: ScriptedServer.Script
    private let received: ReceivedRequests
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ script: @escaping ScriptedServer.Script, _ received: ReceivedRequests) {
        self.script = script
        self.received = received
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            let parts = head.uri.split(separator: "?", maxSplits: 1)
            let request = ReceivedRequest(
                method: head.method.rawValue, path: String(parts[0]),
                query: parts.count > 1 ? String(parts[1]) : "",
                headers: Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first
                }, body: body, connection: ObjectIdentifier(context.channel))
            _ = received.append(request)
            answer(script(request), context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A client that refuses the certificate ends the handshake; that is what its test wants.
        context.close(promise: nil)
    }

    private func answer(_ answer: ScriptedAnswer, _ context: ChannelHandlerContext) {
        switch answer {
        case .reply(let status, let body, let headers): reply(status, body, headers, context)
        case .late(let delay, let later):
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: TimeAmount(delay)) {
                let (handler, context) = bound.value
                handler.answer(later, context)
            }
        case .drop: context.close(promise: nil)
        case .silence: break
        case .stall(let body):
            write(200, ["content-length": "\(body.utf8.count + 1)"], context)
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
        }
    }

    private func reply(
        _ status: Int, _ body: String, _ headers: [String: String], _ context: ChannelHandlerContext
    ) {
        write(status, headers.merging(["content-length": "\(body.utf8.count)"]) { $1 }, context)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func write(_ status: Int, _ headers: [String: String], _ context: ChannelHandlerContext) {
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: status),
            headers: HTTPHeaders(headers.map { $0 }))
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }
}
