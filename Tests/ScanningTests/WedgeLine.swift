import AAMVA

@testable import Scanning

/// A keyboard wedge in tests: what was typed, with its pauses, and what came of it in words.
struct WedgeLine {
    private(set) var track: ScannerTrack
    private(set) var now = ContinuousClock.now
    /// `reading`, `applicant` with every element, `failed` with its reason, or `barcode` with its data.
    private(set) var events: [String] = []

    /// - Parameter candidates: the daemon's, where nothing is known.
    init(
        _ candidates: WedgeCandidates = WedgeCandidates(layouts: LayoutFixture.all),
        typesBarcodes: Bool = false
    ) {
        track = ScannerTrack(
            settings: .init(transport: .evdev, typesBarcodes: typesBarcodes), wedge: candidates, key: (1, 2))
    }

    /// The layouts and Caps Lock states that are still possible.
    var profiles: [WedgeProfile] { track.candidates?.possible.map(\.profile) ?? [] }

    mutating func type(_ keys: [KeyEvent], every gap: Duration = .zero) {
        for key in keys {
            note(track.receive(.keys([key]), at: now))
            now += gap
        }
    }

    /// Lets the line be silent until nothing is in flight.
    mutating func rest() {
        while let deadline = track.deadline {
            now = max(now, deadline)
            note(track.receive(.silence, at: now))
        }
        now += .seconds(5)
    }

    private mutating func note(_ steps: [ScannerTrack.Step]) {
        for step in steps {
            switch step {
            case .reading: events.append("reading")
            case .licence(_, let record): events.append(Self.text(record))
            case .failed(_, let failure): events.append("failed \(failure.reason.rawValue)")
            case .barcode(_, let barcode), .typed(_, let barcode, _): events.append("barcode \(barcode.data)")
            }
        }
    }

    /// A record that makes no applicant is a failure, as it is to a till.
    private static func text(_ record: Record) -> String {
        let resolution = ApplicantReading.resolve(
            record, settings: ApplicantSettings(), today: SampleReading.today, document: false)
        guard case .applicant = resolution else { return "failed missing_required" }
        let elements = record.elements.map { "\($0.subfile) \($0.id)=\(record.text(of: $0))" }
        return "applicant " + elements.joined(separator: "|")
    }
}
