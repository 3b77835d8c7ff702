import CBench
import Glibc

/// A pseudo-terminal whose other end is a scanner to whoever opens it.
final class Terminal {
    /// The scanner's path, such as `/dev/pts/3`.
    let path: String
    private let descriptor: Int32

    init() throws(BenchError) {
        var name = [CChar](repeating: 0, count: 64)
        descriptor = cbench_terminal_open(&name, name.count)
        guard descriptor >= 0 else { throw .call("posix_openpt", "/dev/ptmx") }
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { close(descriptor) }

    /// Sends bytes in one write, as a licence fits into the kernel's buffer many times.
    func write(_ bytes: some Collection<UInt8>) throws(BenchError) {
        let bytes = Array(bytes)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw .call("write", path) }
    }
}
