import AAMVA

@testable import Scanning

/// A scanner's line in tests: what was sent, with its pauses, and what came of it in words.
///
/// It calls the framer as the daemon does: `advance(to:)` at each deadline that passes in a pause.
struct Line {
    private(set) var framer: ScanFramer
    private(set) var now = ContinuousClock.now
    /// `reading`, `licence` with its number, `failed` with its reason, or `barcode` with symbology and data.
    private(set) var events: [String] = []

    /// Licences in which nothing was found amiss.
    private(set) var intact = 0

    init(
        _ transport: ScannerStatus.Transport = .serial, suffix: ScanSuffix = .auto, idleGap: Duration? = nil,
        cardSerials: ScanFramer.Settings.CardSerials = .withhold
    ) {
        framer = ScanFramer(
            settings: .init(
                transport: transport, suffix: suffix, idleGap: idleGap, cardSerials: cardSerials), key: (1, 2)
        )
    }

    mutating func send(_ bytes: [UInt8]) {
        note(framer.receive(bytes, at: now))
    }

    mutating func send(_ text: String) {
        send([UInt8](text.utf8))
    }

    /// Sends byte by byte with a pause between each two, and none behind the last.
    mutating func send(_ bytes: [UInt8], every gap: Duration) {
        for (index, byte) in bytes.enumerated() {
            if index > 0 { pause(gap) }
            send([byte])
        }
    }

    /// Lets time pass in silence.
    mutating func pause(_ duration: Duration) {
        let end = now + duration
        while let deadline = framer.deadline, deadline <= end {
            note(framer.advance(to: deadline - .nanoseconds(1)))
            let before = events.count
            note(framer.advance(to: deadline))
            if framer.deadline == deadline { preconditionFailure("a deadline that passed must move") }
            if events.count > before { endedAfter = now.duration(to: deadline) }
        }
        now = end
    }

    /// How long after the last sent byte the last event came out, where a pause brought it.
    private(set) var endedAfter: Duration?

    /// What a reader hands on of a scanner that sends reports.
    mutating func take(_ input: ScannerInput) {
        switch input {
        case .bytes(let bytes): send(bytes)
        case .scanEnded: note(framer.ended(at: now))
        case .garbled: note(framer.void(.garbled, at: now))
        case .eventsDropped: dropEvents()
        case .keys, .silence: preconditionFailure("no reports give these")
        }
    }

    mutating func dropEvents() {
        note(framer.eventsDropped(at: now))
    }

    mutating func unplug() {
        note(framer.unplugged(at: now))
    }

    private mutating func note(_ outputs: [ScanFramer.Output]) {
        intact += outputs.count {
            if case .licence(let record) = $0 { record.findings.isEmpty } else { false }
        }
        events += outputs.map { output in
            switch output {
            case .reading: "reading"
            case .licence(let record): "licence \(License(record).number ?? "without number")"
            case .failed(let failure): "failed \(failure.reason.rawValue)"
            case .barcode(let barcode): "barcode \(barcode.symbology.map { $0 + " " } ?? "")\(barcode.data)"
            }
        }
    }
}
