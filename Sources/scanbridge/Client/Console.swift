import ArgumentParser
import Glibc

/// Standard output and standard error, written at once: what is printed is seen, whoever reads.
enum Console {
    /// Ends the command where standard output can't take it, such as a full disk.
    static func print(_ line: String) {
        let code = write(line, to: STDOUT_FILENO)
        guard code != 0, code != EPIPE else { return }
        complain(
            "scanbridge: standard output can't be written: \(SystemCall.reason(code)); make room and try again"
        )
        exit(ExitStatus.inputOutput.rawValue)
    }

    /// Where this can't be written there is nobody to tell.
    static func complain(_ line: String) {
        _ = write(line, to: STDERR_FILENO)
    }

    /// 0, or an errno value.
    private static func write(_ line: String, to descriptor: Int32) -> Int32 {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return errno }
            sent += max(0, count)
        }
        return 0
    }
}
