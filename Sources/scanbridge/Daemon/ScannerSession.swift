import AAMVA
import Devices
import Logging
import PointOfSale
import Scanning
import TillSocket

/// Carries the scans of one plugged-in scanner from its device to the tills.
///
/// The device's thread reads, this task delivers, and the connection's bounded stream joins the two.
struct ScannerSession {
    let name: String
    let publishesBarcodes: Bool
    let resolver: Resolver
    let keyboard: VirtualKeyboard
    let hub: TillHub
    let searches: AccountSearchQueue
    let log: Logger
    /// Takes what a wedge's licences have shown of its settings.
    private let learned: @Sendable (WedgeCandidates) async -> Void
    private var track: ScannerTrack
    private var standing: WedgeStanding?
    private var repeats: RepeatWindow

    init(
        name: String, entry: ScannerEntry, transport: ScannerStatus.Transport,
        wedge: WedgeCandidates?, key: (UInt64, UInt64), resolver: Resolver, keyboard: VirtualKeyboard,
        hub: TillHub, searches: AccountSearchQueue, log: Logger,
        learned: @escaping @Sendable (WedgeCandidates) async -> Void
    ) {
        self.name = name
        self.resolver = resolver
        self.keyboard = keyboard
        self.hub = hub
        self.searches = searches
        self.log = log
        publishesBarcodes = entry.otherBarcodes != .drop
        track = ScannerTrack(settings: entry.framing(transport), wedge: wedge, key: key)
        standing = wedge?.standing
        self.learned = learned
        repeats = RepeatWindow(window: entry.repeatWindow, key: key)
    }

    /// Runs until the device is gone or the connection is closed.
    mutating func run(_ connection: ScannerConnection) async {
        for await timed in connection.inputs {
            let steps = track.receive(timed.input, at: timed.at)
            for step in steps { await deliver(step, readAt: timed.at) }
            connection.wake(at: track.deadline)
            // Only a scan's end teaches, and most inputs are a key.
            if !steps.isEmpty, let candidates = track.candidates, candidates.standing != standing {
                standing = candidates.standing
                await learned(candidates)
            }
        }
        // Not now: a busy machine may be late, and deadlines have passed that had not at the unplugging.
        let end = connection.endedAt ?? .now
        for step in track.unplugged(at: end) {
            await deliver(step, readAt: end)
        }
    }

    private mutating func deliver(_ step: ScannerTrack.Step, readAt: ContinuousClock.Instant) async {
        let at = WallClock.now
        switch step {
        case .reading(let scan):
            resolver.expectScan()
            await publish(.reading(scan: scan, scanner: name, at: at), readAt)
        case .licence(let scan, let record):
            if let earlier = repeats.earlier(record, at: readAt) {
                await publish(.repeated(scan: scan, scanner: name, at: at, of: earlier), readAt)
            } else {
                await deliver(record, as: scan, readAt: readAt)
            }
        case .failed(let scan, let failure):
            await publish(.scanFailed(scan: scan, scanner: name, at: at, failure: failure), readAt)
        case .barcode(let scan, let barcode):
            guard publishesBarcodes else {
                return log.debug("barcode dropped", metadata: ["scanner": "\(name)"])
            }
            await publish(.barcode(scan: scan, scanner: name, at: at, barcode: barcode), readAt)
        case .typed(let scan, let barcode, let strokes):
            await type(strokes, of: barcode, as: scan, at: at, readAt)
        }
    }

    /// Types a barcode where that can be done, and publishes it where there is no keyboard.
    private func type(
        _ strokes: Keystrokes, of barcode: Barcode, as scan: ScanID, at: Timestamp,
        _ readAt: ContinuousClock.Instant
    ) async {
        switch keyboard.type(strokes) {
        case .typed:
            await hub.noteTyped()
            log.debug("typed", metadata: ["scan": "\(scan.text)", "scanner": "\(name)"])
        case .busy:
            await publish(.scanFailed(scan: scan, scanner: name, at: at, failure: .stillTyping), readAt)
        case .unavailable:
            await publish(.barcode(scan: scan, scanner: name, at: at, barcode: barcode), readAt)
        }
    }

    private mutating func deliver(
        _ record: Record, as scan: ScanID, readAt: ContinuousClock.Instant
    ) async {
        let resolution = await resolver.resolve(record, scan: scan, today: WallClock.today, readAt: readAt)
        // The endpoint may have taken its time.
        let at = WallClock.now
        switch resolution {
        case .applicant(let applicant, let source, let document, let warnings):
            repeats.published(record, as: scan, at: readAt)
            let line = TillMessage.ApplicantLine(
                scan: scan, scanner: name, at: at, source: source, applicant: applicant, document: document,
                warnings: warnings)
            await publish(.applicant(line), readAt)
            searches.add(line)
        case .failed(let failure):
            await publish(.scanFailed(scan: scan, scanner: name, at: at, failure: failure), readAt)
        }
    }

    private func publish(_ message: TillMessage, _ readAt: ContinuousClock.Instant) async {
        let latency = ContinuousClock.now - readAt
        await hub.publish(message, latency: message.isNumbered ? latency : nil)
        log.debug("published", metadata: message.outline(latency: latency))
    }
}
