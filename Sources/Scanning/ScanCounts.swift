/// Scans since the daemon's start, by outcome.
public struct ScanCounts: Hashable, Sendable {
    public var applicant = 0
    public var failed: [ScanFailure.Reason: Int] = [:]
    public var barcode = 0
    public var typed = 0
    public var repeated = 0

    public init() {}
}
