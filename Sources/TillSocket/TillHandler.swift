import NIOCore

/// Hands one connection's events to the hub, which runs on the same event loop: no hop, no copy, no lock.
final class TillHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let hub: TillHub
    private let socket: Int
    private var till: Till.ID?

    init(hub: TillHub, socket: Int) {
        self.hub = hub
        self.socket = socket
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        do {
            let peer = try channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(
                of: NIOBSDSocket.Handle.self
            ) { try PeerCredentials(descriptor: $0) }
            guard let peer else { return context.close(promise: nil) }
            let socket = socket
            let till = hub.assumeIsolated { $0.note(channel, socket: socket, peer: peer) }
            // Before anything is written: a till that is gone already ends the connection from within `open`.
            self.till = till
            hub.assumeIsolated { $0.open(till) }
        } catch {
            // Nobody knows who this is: no till.
            context.close(promise: nil)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let till else { return }
        let bytes = unwrapInboundIn(data)
        hub.assumeIsolated { $0.receive(bytes, from: till) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        guard let till else { return }
        hub.assumeIsolated { $0.forget(till) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
