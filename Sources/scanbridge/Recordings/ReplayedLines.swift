import Devices
import Scanning

/// What tills would read of a recording: the daemon's lines, without a device and in no time.
///
/// The lines' times are those of the recording, which begins at 1970-01-01T00:00:00Z.
struct ReplayedLines {
    private(set) var messages: [TillMessage] = []
    private let scanner: String
    private let applicants: ApplicantSettings
    private let today: Today

    /// - Parameters:
    ///   - scanner: the name that the lines give it.
    ///   - entry: how the scanner is treated; the recording's head says its layout.
    init(
        _ recording: Recording, scanner: String, entry: ScannerEntry = ScannerEntry(),
        applicants: ApplicantSettings = ApplicantSettings(), today: Today
    ) throws(LayoutError) {
        self.scanner = scanner
        self.applicants = applicants
        self.today = today
        let key: (UInt64, UInt64) = (.random(in: .min ... .max), .random(in: .min ... .max))
        let track = ScannerTrack(
            settings: entry.framing(recording.head.transport), wedge: try Self.candidates(recording.head),
            key: key)
        let start = ContinuousClock.now
        var repeats = RepeatWindow(window: entry.repeatWindow, key: key)
        var session = 0
        for step in RecordingReplay(recording, into: track, from: start).steps {
            if step.session > session { repeats = RepeatWindow(window: entry.repeatWindow, key: key) }
            session = step.session
            let at = Timestamp(milliseconds: Int64(start.duration(to: step.at) / .milliseconds(1)))
            messages.append(message(step, at, &repeats))
        }
    }

    private static func candidates(_ head: Recording.Head) throws(LayoutError) -> WedgeCandidates? {
        guard head.transport == .evdev else { return nil }
        var entry = ScannerEntry()
        entry.layout = head.layout
        entry.controlCharacters = ScannerEntry.ControlCharacters(rawValue: head.controlCharacters) ?? .auto
        return try entry.candidates(known: nil)
    }

    private func message(
        _ step: RecordingReplay.Step, _ at: Timestamp, _ repeats: inout RepeatWindow
    ) -> TillMessage {
        switch step.step {
        case .reading(let scan): return .reading(scan: scan, scanner: scanner, at: at)
        case .failed(let scan, let failure):
            return .scanFailed(scan: scan, scanner: scanner, at: at, failure: failure)
        // What the virtual keyboard would type is shown as it is published where there is none.
        case .barcode(let scan, let barcode), .typed(let scan, let barcode, _):
            return .barcode(scan: scan, scanner: scanner, at: at, barcode: barcode)
        case .licence(let scan, let record):
            if let earlier = repeats.earlier(record, at: step.at) {
                return .repeated(scan: scan, scanner: scanner, at: at, of: earlier)
            }
            switch ApplicantReading.resolve(record, settings: applicants, today: today, document: false) {
            case .failed(let failure):
                return .scanFailed(scan: scan, scanner: scanner, at: at, failure: failure)
            case .applicant(let applicant, let source, let document, let warnings):
                repeats.published(record, as: scan, at: step.at)
                return .applicant(
                    TillMessage.ApplicantLine(
                        scan: scan, scanner: scanner, at: at, source: source, applicant: applicant,
                        document: document, warnings: warnings))
            }
        }
    }
}
