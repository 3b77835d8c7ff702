import ServiceLifecycle
import TillSocket

/// Answers the calls of the POS API that tills make through their sockets.
struct TillCallService: Service {
    let server: TillServer
    let access: PointOfSaleAccess

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await server.answerCalls { call, parameters in await access.answer(call, parameters) }
        }
    }
}
