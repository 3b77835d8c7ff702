import Glibc

/// A folder for the sockets and the configuration of one run, removed with its last reference.
final class Workplace {
    /// A configuration file with nothing but defaults, so that the machine's own is not used. Warnings are shown.
    let configuration: String
    private let path: String
    private var sockets: [String] = []

    init() throws(BenchError) {
        var name = Array("/tmp/scanbridge-bench.XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw .call("mkdtemp", "/tmp") }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        configuration = path + "/scanbridge.yaml"
        let file = open(configuration, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .call("open", configuration) }
        defer { close(file) }
        let text = Array("log:\n  level: warning\n".utf8)
        guard write(file, text, text.count) == text.count else { throw .call("write", configuration) }
    }

    deinit {
        // The daemon leaves the lock beside its socket to whoever comes next.
        for file in sockets.flatMap({ [$0, $0 + ".lock"] }) + [configuration] { unlink(file) }
        rmdir(path)
    }

    /// A path where a process may listen; each call gives another.
    func socket() -> String {
        sockets.append(path + "/\(sockets.count).sock")
        return sockets[sockets.count - 1]
    }
}
