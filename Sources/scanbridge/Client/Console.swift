import Glibc

/// Standard output and standard error, written at once: what is printed is seen, whoever reads.
enum Console {
    static func print(_ line: String) {
        write(line, to: STDOUT_FILENO)
    }

    static func complain(_ line: String) {
        write(line, to: STDERR_FILENO)
    }

    /// A reader that has gone is no error: there is nobody to tell.
    private static func write(_ line: String, to descriptor: Int32) {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            sent += max(0, count)
        }
    }
}
