public import Scanning

/// How one till socket is served: the configuration's `sockets` entry.
public struct SocketSettings: Hashable, Sendable {
    public var path: String
    /// The group that may connect, besides root and the daemon's own user.
    public var group: String
    /// Further users that may connect.
    public var users: [String]
    /// Names or patterns (`*`, `?`) of the scanners whose scans it shows.
    public var scanners: [String]
    /// Limits an applicant to these keys; empty: all.
    public var fields: [Applicant.Field]
    /// Whether an applicant line bears the whole document.
    public var document: Bool
    /// The POS API's calls that tills may make through it.
    public var calls: Set<TillCall>
    /// How long an undelivered scan waits in memory; zero keeps nothing.
    public var hold: Duration
    public var maxTills: Int
    /// Bytes a till may leave unread before it is cut off.
    public var maxQueue: Int

    public init(
        path: String = "/run/scanbridge/till.sock", group: String = "scanbridge-till", users: [String] = [],
        scanners: [String] = ["*"], fields: [Applicant.Field] = [], document: Bool = false,
        calls: Set<TillCall> = [], hold: Duration = .seconds(30), maxTills: Int = 16,
        maxQueue: Int = 256 * 1024
    ) {
        self.path = path
        self.group = group
        self.users = users
        self.scanners = scanners
        self.fields = fields
        self.document = document
        self.calls = calls
        self.hold = hold
        self.maxTills = maxTills
        self.maxQueue = maxQueue
    }
}
