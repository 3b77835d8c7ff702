import Glibc

/// The stand-in POS API as a process, and a bare HTTP client of it: what any caller has to wait for.
final class StandInAPI {
    private let process: ChildProcess
    private let connection: Int32
    private var token = ""
    /// The API's address without its version.
    let address: String

    init(_ executable: String) throws(BenchError) {
        let port = try Self.freePort()
        address = "http://127.0.0.1:\(port)/flexiti/pos-api"
        process = try ChildProcess(executable, ["--port", "\(port)"])
        let limit = ContinuousClock.now + .seconds(10)
        var connection = Self.connected(to: port)
        while connection == nil, ContinuousClock.now < limit, !process.hasEnded {
            usleep(10_000)
            connection = Self.connected(to: port)
        }
        guard let connection else { throw BenchError("\(executable) doesn't serve port \(port)") }
        self.connection = connection
        let form =
            "client_id=sandbox&client_secret=sandbox-secret&grant_type=client_credentials&scope=merchant"
        let answer = try post("oauth/token", "application/x-www-form-urlencoded", form)
        let parts = answer.split(separator: "\"")
        guard let name = parts.firstIndex(of: "access_token"), parts.indices.contains(name + 2) else {
            throw BenchError("\(executable) gives no token")
        }
        token = String(parts[name + 2])
    }

    deinit { close(connection) }

    /// Keeps it from answering, as a network that has gone does.
    func freeze() { kill(process.id, SIGSTOP) }

    /// Lets it end.
    func thaw() { kill(process.id, SIGCONT) }

    /// How long the endpoint takes for a licence.
    func decode(licenceOf holder: Int) throws(BenchError) -> Duration {
        let code = SampleLicense.payload(of: holder).map { byte -> String in
            switch byte {
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            case 0x1E: "\\u001e"
            default: String(decoding: [byte], as: UTF8.self)
            }
        }.joined()
        let begin = ContinuousClock.now
        let answer = try post(
            "client-id/sandbox/customers/driverslicense", "application/json", "{\"code\":\"\(code)\"}")
        let end = ContinuousClock.now
        guard answer.contains(SampleLicense.number(of: holder)) else {
            throw BenchError("the stand-in API does not decode a sample licence")
        }
        return end - begin
    }

    /// Has it fail in these ways from now on; none: no longer. `docs/sandbox.md` names them.
    func fail(by faults: [String]) throws(BenchError) {
        let list = faults.map { "\"\($0)\"" }.joined(separator: ",")
        let answer = try send("PUT /sandbox/faults", "application/json", "{\"faults\":[\(list)]}")
        guard answer.hasPrefix("HTTP/1.1 2") else {
            throw BenchError("the stand-in API does not take \(list)")
        }
    }

    private func post(_ path: String, _ type: String, _ body: String) throws(BenchError) -> String {
        try send("POST /flexiti/pos-api/v2.5/\(path)", type, body)
    }

    private func send(_ line: String, _ type: String, _ body: String) throws(BenchError) -> String {
        let head = [
            "\(line) HTTP/1.1", "host: 127.0.0.1", "content-type: \(type)",
            "x-reference-id: 00112233445566778899aabbccddeeff", "authorization: Bearer \(token)",
            "content-length: \(body.utf8.count)",
        ]
        let request = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
        guard write(connection, request, request.count) == request.count else {
            throw .call("write", address)
        }
        var answer = ""
        while !Self.isWhole(answer) {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = read(connection, &chunk, chunk.count)
            guard count > 0 else { throw .call("read", address) }
            answer += String(decoding: chunk[..<count], as: UTF8.self)
        }
        return answer
    }

    /// Whether head and body have come; the body is as long as the head says.
    private static func isWhole(_ answer: String) -> Bool {
        guard let end = answer.utf8.firstRange(of: "\r\n\r\n".utf8) else { return false }
        let lines = answer[..<end.lowerBound].split(separator: "\r\n")
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }?.split(separator: " ").last
        return answer[end.upperBound...].utf8.count >= length.flatMap { Int($0) } ?? 0
    }

    private static func freePort() throws(BenchError) -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 ? getsockname(descriptor, $0, &size) : -1
            }
        }
        guard result == 0 else { throw .call("bind", "127.0.0.1") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func connected(to port: Int) -> Int32? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let address = loopback(port: port)
        let result = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return descriptor }
        close(descriptor)
        return nil
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
