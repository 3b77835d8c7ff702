import NIOCore
import Scanning

/// What tills ask.
extension TillHub {
    func receive(_ bytes: ByteBuffer, from id: Till.ID) {
        guard tills[id]?.isLeaving == false, let outputs = tills[id]?.requests.push(bytes.readableBytesView)
        else { return }
        for output in outputs {
            switch output {
            case .line(let line): answer(line, from: id)
            case .overlong:
                refuse(
                    .badRequest, "a request is one line of at most \(RequestLines.limit) bytes", of: id,
                    request: nil)
                dismiss(id, .badRequest)
            }
        }
    }

    private func answer(_ line: [UInt8], from id: Till.ID) {
        let isAllowed = tills[id]?.limiter.allows(at: now()) ?? false
        do throws(TillRequest.Fault) {
            let request = try TillRequest(line: line)
            guard isAllowed else { return refuseRate(of: id, request: request.id) }
            answer(request, from: id)
        } catch {
            guard isAllowed else { return refuseRate(of: id, request: error.id) }
            refuse(error.code, error.message, of: id, request: error.id)
        }
    }

    private func answer(_ request: TillRequest, from id: Till.ID) {
        guard let socket = tills[id]?.socket else { return }
        switch request {
        case .ack(let scan):
            if let scan = ScanID(scan) { sockets[socket].held.acknowledge(scan) }
        case .status(let request):
            send(Line(TillMessage.status(report(for: socket), id: request).line()), to: id)
        case .replay(let request):
            guard tills[id]?.outbox.hasBacklog == false else { return refuseRate(of: id, request: request) }
            for (sequence, line) in sockets[socket].held.all(at: now()) {
                tills[id]?.outbox.appendBacklog(line, sequence: sequence)
            }
            pump(id)
        case .call(let request, let call, let parameters):
            begin(call, parameters, of: id, request: request)
        }
    }

    func refuseRate(of id: Till.ID, request: String?) {
        refuse(
            .rateLimited, "too many requests; wait for the answers, then ask again", of: id, request: request)
    }

    func refuse(
        _ code: TillMessage.RequestFault.Code, _ message: String, of id: Till.ID, request: String?
    ) {
        let fault = TillMessage.RequestFault(code, message: message)
        send(Line(TillMessage.error(fault, id: request).line()), to: id)
    }
}

extension TillRequest {
    fileprivate var id: String? {
        switch self {
        case .ack: nil
        case .status(let id), .replay(let id), .call(let id, _, _): id
        }
    }
}
