/// The latencies of the last scans, and the quantiles that `status` reports.
public struct LatencyRecorder: Sendable {
    private static let capacity = 1024

    /// A ring once it is full; in milliseconds.
    private var samples: [Double] = []
    private var next = 0

    public init() {}

    /// Notes the time from a scan's last byte to its line. Only the last 1024 count.
    public mutating func record(_ latency: Duration) {
        let (seconds, attoseconds) = latency.components
        let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
        let milliseconds = microseconds.rounded() / 1000
        if samples.count < Self.capacity {
            samples.append(milliseconds)
        } else {
            samples[next] = milliseconds
        }
        next = (next + 1) % Self.capacity
    }

    /// The smallest latency that at least `share` (0 to 1) of the scans keep to, in milliseconds; `nil` before the first.
    public func quantile(_ share: Double) -> Double? {
        guard !samples.isEmpty else { return nil }
        let rank = Int((share * Double(samples.count)).rounded(.up))
        return samples.sorted()[min(max(rank, 1), samples.count) - 1]
    }

    public var p50: Double? { quantile(0.5) }
    public var p99: Double? { quantile(0.99) }
}
