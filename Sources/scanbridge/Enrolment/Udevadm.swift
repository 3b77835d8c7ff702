import Glibc

/// udev's own tool: has udev read its rules anew and apply them to a device that is plugged in.
///
/// Called by its absolute path and with nothing of the environment, since root calls it.
struct Udevadm {
    /// Where systemd puts it, and where it was before /bin and /usr/bin were one.
    private static let places = ["/usr/bin/udevadm", "/bin/udevadm", "/sbin/udevadm"]

    private let arguments: [String]

    static let reload = Udevadm(["control", "--reload"])

    /// Applies the rules to a USB device and all below it, and waits until udev is done.
    ///
    /// - Parameter device: its path in sysfs.
    static func trigger(_ device: String) -> Udevadm {
        Udevadm(["trigger", "--settle", "--parent-match=\(device)"])
    }

    private init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// As a person would type it.
    var text: String { (["udevadm"] + arguments).joined(separator: " ") }

    func run() throws(CommandFailure) {
        guard let path = Self.places.first(where: { access($0, X_OK) == 0 }) else {
            throw failure("udevadm is missing")
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var process: pid_t = 0
        let code = posix_spawn(&process, path, nil, nil, &words, &environment)
        guard code == 0 else { throw failure(SystemCall.reason(code)) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw failure("it ended with status \(status >> 8)") }
    }

    private func failure(_ reason: String) -> CommandFailure {
        CommandFailure(
            "'\(text)' failed: \(reason); is udev running here? The rule holds from the next plug or boot on",
            status: ExitStatus.unavailable)
    }
}
