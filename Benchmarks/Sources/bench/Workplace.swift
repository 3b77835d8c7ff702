import Glibc

/// A folder for the sockets and the configuration of one run, removed with its last reference.
final class Workplace {
    /// A configuration file with nothing but defaults, so that the machine's own is not used. Warnings are shown.
    let configuration: String
    private let path: String
    private var sockets: [String] = []
    private var files: [String] = []

    init() throws(BenchError) {
        var name = Array("/tmp/scanbridge-bench.XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw .call("mkdtemp", "/tmp") }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        configuration = path + "/scanbridge.yaml"
        _ = try write("log:\n  level: warning\n", to: "scanbridge.yaml")
    }

    /// Makes a file that is this user's alone, and gives its path.
    func write(_ text: String, to name: String) throws(BenchError) -> String {
        let place = "\(path)/\(name)"
        let file = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .call("open", place) }
        defer { close(file) }
        files.append(place)
        let bytes = Array(text.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw .call("write", place) }
        return place
    }

    deinit {
        // The daemon leaves the lock beside its socket to whoever comes next.
        for file in sockets.flatMap({ [$0, $0 + ".lock"] }) + files { unlink(file) }
        rmdir(path)
    }

    /// A path where a process may listen; each call gives another.
    func socket() -> String {
        sockets.append(path + "/\(sockets.count).sock")
        return sockets[sockets.count - 1]
    }
}
