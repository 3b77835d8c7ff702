/// Makes of a HID POS scanner's reports the bytes of its scans, and tells where each scan ends.
///
/// A scan's AIM identifier, which each of its reports repeats beside the data, goes in front of the bytes, where other
/// scanners send it.
public struct ReportAssembler: Sendable {
    /// A continuation that comes later is none: the last report of the scan before was lost.
    private static let longestPause = Duration.seconds(2)

    private let layout: ScannedDataReport
    /// When the last report came, if it said that its scan goes on.
    private var continued: ContinuousClock.Instant?

    public init(_ layout: ScannedDataReport) {
        self.layout = layout
    }

    /// What one report means: nothing, bytes, a scan's end, or that it makes no sense.
    public mutating func receive(_ report: [UInt8], at now: ContinuousClock.Instant) -> [ScannerInput] {
        let part: ScannedDataReport.Part?
        do {
            part = try layout.part(report)
        } catch {
            continued = nil
            return [.garbled]
        }
        guard let part else { return [] }
        let begins = continued.map { $0.duration(to: now) > Self.longestPause } ?? true
        continued = part.isLast == false ? now : nil
        var bytes = part.data
        if begins, !bytes.isEmpty, AIMIdentifier.matches(part.identifier),
            !bytes.starts(with: part.identifier)
        {
            bytes.insert(contentsOf: part.identifier, at: 0)
        }
        let inputs: [ScannerInput] = bytes.isEmpty ? [] : [.bytes(bytes)]
        return part.isLast == true ? inputs + [.scanEnded] : inputs
    }
}
