public import AAMVA

/// One scanner's way from its keys or bytes to scans: the wedge where it has one, the framer, and each scan's id.
public struct ScannerTrack: Sendable {
    /// What happened. A reading and its result bear one id.
    public enum Step: Sendable {
        case reading(ScanID)
        case licence(ScanID, Record)
        case failed(ScanID, ScanFailure)
        case barcode(ScanID, Barcode)
        /// A barcode that is to be typed again, judged: no part of a licence, and nothing but text.
        case typed(ScanID, Barcode, Keystrokes)
    }

    /// Reads a wedge's keys, with framers of its own; `nil` for a scanner that sends bytes.
    var wedge: WedgeReadings?
    /// Reads bytes.
    var framer: ScanFramer
    /// The keys of the scan in flight, where barcodes are typed again.
    var recorder: StrokeRecorder?
    /// The reading whose result is still to come.
    private var reading: ScanID?

    /// - Parameters:
    ///   - wedge: how the keys of the scanner's keyboard may have to be read; `nil` for a scanner that sends bytes.
    ///   - key: 128 random bits, new at each start of the daemon.
    public init(settings: ScanFramer.Settings, wedge: WedgeCandidates?, key: (UInt64, UInt64)) {
        let framer = ScanFramer(settings: settings, key: key)
        self.framer = framer
        self.wedge = wedge.map { WedgeReadings($0, framer: framer) }
        recorder = settings.typesBarcodes && wedge != nil ? StrokeRecorder() : nil
    }

    /// When to hand in `.silence` if nothing has come until then; `nil` while nothing is in flight.
    public var deadline: ContinuousClock.Instant? { scanDeadline ?? commandDeadline }

    /// What is known of how the wedge's keys are to be read; `nil` for a scanner that sends bytes.
    public var candidates: WedgeCandidates? { wedge?.candidates }

    public mutating func receive(_ input: ScannerInput, at now: ContinuousClock.Instant) -> [Step] {
        switch input {
        case .keys(let keys) where recorder != nil: record(keys, at: now)
        case .keys(let keys): numbered(wedge?.receive(keys, at: now) ?? [])
        case .bytes(let bytes): numbered(framer.receive(bytes, at: now))
        case .scanEnded: numbered(framer.ended(at: now))
        case .garbled: numbered(framer.void(.garbled, at: now))
        case .silence: endInQuiet(at: now)
        case .eventsDropped: dropEvents(at: now)
        }
    }

    /// Tells that the scanner is gone; the track begins anew when it returns.
    public mutating func unplugged(at now: ContinuousClock.Instant) -> [Step] {
        recorder?.omit()
        return numbered(wedge?.unplugged(at: now) ?? framer.unplugged(at: now))
    }

    /// When the scan in flight is over if nothing has come until then.
    var scanDeadline: ContinuousClock.Instant? { wedge == nil ? framer.deadline : wedge?.deadline }

    /// Ends the scan in flight if its deadline has passed.
    mutating func endScan(at now: ContinuousClock.Instant) -> [Step] {
        numbered(wedge?.advance(to: now) ?? framer.advance(to: now))
    }

    private mutating func dropEvents(at now: ContinuousClock.Instant) -> [Step] {
        recorder?.reset()
        recorder?.omit()
        return numbered(wedge?.eventsDropped(at: now) ?? framer.eventsDropped(at: now))
    }

    /// Gives each output its id, and keeps what is to be typed from going out otherwise.
    mutating func numbered(_ outputs: [ScanFramer.Output]) -> [Step] {
        outputs.compactMap { output in
            switch output {
            case .reading:
                let scan = ScanID.random()
                reading = scan
                return .reading(scan)
            case .licence(let record): return .licence(takeID(), record)
            case .failed(let failure): return .failed(takeID(), failure)
            case .barcode(let barcode): return judged(barcode)
            }
        }
    }

    /// The id of the reading that ends here, or a new one for what began unnoticed.
    private mutating func takeID() -> ScanID {
        defer { reading = nil }
        return reading ?? .random()
    }
}

extension ScannerTrack: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "ScannerTrack" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
