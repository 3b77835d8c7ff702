import Foundation

/// A running `pos-api-sandbox` for the daemon to ask, over TLS, its certificate by an authority made for the moment.
final class Sandbox {
    /// The debug build beside the tests.
    private static let executable: String = {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "pos-api-sandbox").path()
    }()

    let folder: Folder
    let authoritiesFile: String
    /// The API's address, without its version.
    private(set) var address = ""
    private var program: Program

    init() throws {
        folder = try Folder()
        authoritiesFile = folder.path("authority.pem")
        try Self.makeCertificates(in: folder)
        try folder.write("sandbox-secret\n", to: "secret")
        guard chmod(folder.path("secret"), 0o600) == 0 else {
            throw TestTrouble.call("chmod", "secret", errno)
        }
        program = try Self.start(in: folder, port: 0)
        address = try Self.announced(by: program)
    }

    /// The configuration's `pos_api`, with further keys.
    func section(_ more: String = "") -> String {
        """
        pos_api: {url: '\(address)', client_id: sandbox, client_secret_file: \(folder.path("secret")), \
        ca_file: \(authoritiesFile)\(more)}
        """
    }

    /// What goes wrong from now on, in place of what went wrong so far.
    func setFaults(_ faults: [String]) throws {
        let list = faults.map { "\"\($0)\"" }.joined(separator: ",")
        try control("PUT", "faults", "{\"faults\":[\(list)]}")
    }

    /// What the API has received, the sandbox's own paths aside.
    func requests() throws -> [JSON] {
        try JSON(parsing: try control("GET", "requests"))["requests"]?.items ?? []
    }

    /// The PIN of the text message or e-mail that was sent last.
    func lastPIN() throws -> String? {
        try JSON(parsing: try control("GET", "messages"))["messages"]?.items.last?["pin"]?.text
    }

    func stop() throws {
        program.signal(SIGTERM)
        _ = try program.finish()
    }

    /// Starts it again, where it was.
    func restart() throws {
        let port = address.split(separator: ":")[2].prefix { $0.isNumber }
        program = try Self.start(in: folder, port: Int(port) ?? 0)
        _ = try Self.announced(by: program)
    }

    @discardableResult
    private func control(_ method: String, _ path: String, _ body: String? = nil) throws -> String {
        let host = address.replacing("/flexiti/pos-api", with: "")
        let request = [
            "curl", "-sS", "--fail", "--max-time", "20", "--cacert", authoritiesFile, "-X", method,
        ]
        let content = body.map { ["--data", $0] } ?? []
        let curl = try Program(request + content + ["\(host)/sandbox/\(path)"])
        guard try curl.finish() == 0 else { throw TestTrouble("the sandbox: \(try curl.errors.rest())") }
        return try curl.output.rest().joined()
    }

    private static func start(in folder: Folder, port: Int) throws -> Program {
        try Program([
            executable, "--port", "\(port)", "--tls-cert", folder.path("server.pem"), "--tls-key",
            folder.path("server.key"),
        ])
    }

    private static func announced(by program: Program) throws -> String {
        guard let address = try program.output.next()?.split(separator: " ").last else {
            throw TestTrouble("the sandbox doesn't start: \(try program.errors.rest())")
        }
        return String(address)
    }

    private static func makeCertificates(in folder: Folder) throws {
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        try folder.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n", to: "names")
        try openssl(
            ["req", "-x509", "-subj", "/CN=nobody's authority", "-days", "2", "-out", "authority.pem"] + key
                + ["-keyout", "authority.key"], in: folder)
        try openssl(
            ["req", "-subj", "/CN=localhost", "-out", "request.pem"] + key + ["-keyout", "server.key"],
            in: folder)
        try openssl(
            [
                "x509", "-req", "-in", "request.pem", "-CA", "authority.pem", "-CAkey", "authority.key",
                "-CAcreateserial", "-days", "2", "-extfile", "names", "-out", "server.pem",
            ], in: folder)
    }

    private static func openssl(_ arguments: [String], in folder: Folder) throws {
        let program = try Program(["/usr/bin/env", "-C", folder.path, "openssl"] + arguments)
        guard try program.finish() == 0 else { throw TestTrouble("openssl: \(try program.errors.rest())") }
    }
}
