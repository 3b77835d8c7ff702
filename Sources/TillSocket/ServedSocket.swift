import Scanning

/// One socket's side of the protocol: what it shows and to whom, its numbers, and the lines it holds.
struct ServedSocket {
    let settings: SocketSettings
    let access: AccessList
    private let patterns: [ScannerPattern]
    private var sequence: UInt64 = 0
    var held: HeldLines

    init(_ settings: SocketSettings, access: AccessList) {
        self.settings = settings
        self.access = access
        patterns = settings.scanners.map { ScannerPattern($0) }
        held = HeldLines(hold: settings.hold)
    }

    /// The same socket under new settings. What is held stays as it was published; a new `hold` goes for it, too.
    func updated(_ settings: SocketSettings, access: AccessList) -> ServedSocket {
        var updated = ServedSocket(settings, access: access)
        updated.sequence = sequence
        updated.held = held
        updated.held.hold = settings.hold
        return updated
    }

    func shows(scanner: String) -> Bool {
        patterns.contains { $0.matches(scanner) }
    }

    func visible(_ scanners: [ScannerStatus]) -> [ScannerStatus] {
        scanners.filter { shows(scanner: $0.name) }
    }

    /// The message as this socket's line, numbered and held where it is one that is; `nil` if it isn't shown here.
    mutating func publish(
        _ message: TillMessage, at now: ContinuousClock.Instant
    ) -> (line: Line, sequence: UInt64?)? {
        if let scanner = message.scanner, !shows(scanner: scanner) { return nil }
        // Who may see but some of an applicant's keys has no business with accounts.
        if case .accounts = message, !settings.fields.isEmpty { return nil }
        guard message.isNumbered, let scan = message.scan else { return (Line(message.line()), nil) }
        sequence += 1
        let options = TillMessage.LineOptions(
            sequence: sequence, fields: settings.fields, document: settings.document)
        let line = Line(message.line(options: options))
        held.keep(line, sequence: sequence, scan: scan, at: now)
        return (line, sequence)
    }

    func hello(version: String, instance: ScanID, scanners: [ScannerStatus]) -> Line {
        let hello = TillMessage.Hello(
            version: version, instance: instance, sequence: sequence, scanners: visible(scanners))
        return Line(TillMessage.hello(hello).line())
    }
}
