import Glibc
import Logging

/// Writes log lines to standard error: with sd-daemon's priorities under systemd, with the level's name elsewhere.
///
/// A log that nobody reads must never hold a scan up: a line that the pipe can't take at once is dropped.
struct StandardErrorLog: LogHandler {
    /// The kernel takes this much into a writable pipe without blocking.
    ///
    /// Source: pipe(7), PIPE_BUF.
    private static let limit = 4096

    let level: LogLevel
    let isJournal: Bool
    var metadata: Logger.Metadata = [:]

    var logLevel: Logger.Level {
        get { level.current }
        set { level.current = newValue }
    }

    /// Whether systemd reads standard error, by the variable that it sets for that.
    ///
    /// Source: sd-daemon(3), systemd.exec(5) `$JOURNAL_STREAM`.
    static var standardErrorIsJournal: Bool { getenv("JOURNAL_STREAM") != nil }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = isJournal ? "<\(event.level.priority)>" : "\(event.level.rawValue): "
        line += event.message.description
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += " \(key)=\(value)"
        }
        Self.write(Array(line.utf8.prefix(Self.limit - 1)) + [UInt8(ascii: "\n")])
    }

    private static func write(_ line: [UInt8]) {
        var descriptor = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&descriptor, 1, 0) == 1, descriptor.revents & Int16(POLLOUT) != 0 else { return }
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

extension Logger.Level {
    /// Source: syslog(3), the numbers of the levels; sd-daemon(3).
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
