/// What the daemon says of itself: the protocol's `status`.
public struct StatusReport: Sendable {
    public var uptimeSeconds: Int
    public var scanners: [ScannerStatus]
    public var tills: Int
    public var scans: ScanCounts
    public var remote: RemoteStatus
    /// Milliseconds from a scan's last byte to its line; `nil` before the first scan.
    public var latencyP50: Double?
    public var latencyP99: Double?

    public init(
        uptimeSeconds: Int, scanners: [ScannerStatus], tills: Int, scans: ScanCounts,
        remote: RemoteStatus = RemoteStatus(.off), latencyP50: Double?, latencyP99: Double?
    ) {
        self.uptimeSeconds = uptimeSeconds
        self.scanners = scanners
        self.tills = tills
        self.scans = scans
        self.remote = remote
        self.latencyP50 = latencyP50
        self.latencyP99 = latencyP99
    }
}
