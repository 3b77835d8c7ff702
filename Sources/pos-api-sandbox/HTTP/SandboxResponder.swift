import Hummingbird
import NIOCore

/// Answers HTTP requests: the API's under its base path, and the sandbox's own under `/sandbox`.
struct SandboxResponder: HTTPResponder {
    let sandbox: Sandbox

    /// The largest body that is read. A licence's barcode holds 4 KiB at most.
    static let mostBodyBytes = 64 * 1024

    func respond(to request: Request, context: Connection) async throws -> Response {
        let response = try await answer(request, context)
        // The answer to HEAD ends with its head: a client would take a body for the next answer.
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Request, _ context: Connection) async throws -> Response {
        guard let body = try await body(of: request) else {
            var response = Response(
                Answer(status: 413, body: ["error": "too_large", "message": "The body is over 64 KiB."]))
            response.headers[.connection] = "close"
            return response
        }
        let path = request.uri.path
        if path.hasPrefix("/sandbox/") {
            return Response(SandboxControl(sandbox: sandbox).answer(request.method, path, body))
        }
        guard let route = Route(path: path) else {
            return Response(Refusal.notFound.answer(to: path, .sample))
        }
        guard request.method.rawValue == route.method else {
            var response = Response(
                Answer(status: 405, body: ["url": .string(path), "error": "method_not_allowed"]))
            response.headers[.allow] = route.method
            return response
        }
        return await respond(to: Call(request, route, body), request, context)
    }

    private func body(of request: Request) async throws -> [UInt8]? {
        do {
            let buffer = try await request.body.collect(upTo: Self.mostBodyBytes)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            return nil
        }
    }

    private func respond(to call: Call, _ request: Request, _ connection: Connection) async -> Response {
        let number = sandbox.note(call, method: request.method.rawValue, headers: request.members)
        let fault = sandbox.nextFault(for: call.route.operation)
        if case .delay(let time) = fault { await Pause.pass(time) }
        let answer = sandbox.answer(call, fault)
        if fault == .drop {
            // It may be gone already, and that is all that is wanted.
            try? await connection.channel.close()
        } else {
            sandbox.note(answer, of: number, call.route.operation)
        }
        return switch fault {
        case .malformed: Response(answer, cut: true)
        case .slowBody(let time): Response(answer, pause: time)
        default: Response(answer)
        }
    }
}

extension Request {
    /// The headers by their names in lower case.
    fileprivate var members: [JSON.Member] {
        headers.map { JSON.Member(name: $0.name.canonicalName, value: .string($0.value)) }
    }
}

extension Call {
    init(_ request: Request, _ route: Route, _ body: [UInt8]) {
        let mediaType = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }
        self.init(
            route: route, target: request.uri.string, query: FormFields(request.uri.query ?? ""),
            authorization: request.headers[.authorization],
            referenceID: request.headers.first { $0.name.canonicalName == "x-reference-id" }?.value,
            mediaType: mediaType?.lowercased(), body: body)
    }
}
