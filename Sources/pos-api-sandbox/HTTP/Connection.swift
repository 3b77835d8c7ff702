import Hummingbird
import NIOCore

/// The connection that a request came by, for the fault that closes it.
struct Connection: InitializableFromSource, Sendable {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
