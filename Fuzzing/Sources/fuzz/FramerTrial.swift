import Scanning

/// One input as a scanner sends it: in pieces, with pauses between them.
struct FramerTrial {
    private let input: [UInt8]
    private var now = ContinuousClock.now
    private var isReading = false

    init(_ input: [UInt8]) { self.input = input }

    mutating func run() {
        let transport: ScannerStatus.Transport = input.count % 2 == 0 ? .serial : .evdev
        var whole = ScanFramer(settings: .init(transport: transport), key: (1, 2))
        var cut = whole
        var chunks = Chunks(input)
        var pieces = Chunks(input.reversed())
        var sent = 0
        while sent < input.count {
            let chunk = chunks.next(of: input[sent...])
            sent += chunk.count
            let outputs = whole.receive(chunk, at: now)
            let parts = pieces.all(of: chunk).flatMap { cut.receive($0, at: now) }
            demand(
                outputs.map(Self.outline) == parts.map(Self.outline),
                "a moment's bytes may come in any pieces")
            note(outputs)
            now += .milliseconds(chunks.pause())
            note(whole.advance(to: now))
            _ = cut.advance(to: now)
        }
        now += .seconds(60)
        note(whole.advance(to: now))
        note(whole.advance(to: now + .seconds(60)))
        demand(!isReading, "what was begun has a result once the line is silent")
        demand(whole.deadline == nil, "a silent line waits for nothing")
        demand("\(whole)" == "ScanFramer(idle)", "a framer's description says its state")
    }

    /// Between `reading` and its result nothing comes.
    private mutating func note(_ outputs: [ScanFramer.Output]) {
        for kind in outputs.map(Self.outline) {
            demand(!isReading || kind == "licence" || kind == "failed", "a reading's result comes next")
            isReading = kind == "reading"
        }
    }

    private static func outline(_ output: ScanFramer.Output) -> String {
        switch output {
        case .reading: "reading"
        case .licence: "licence"
        case .failed: "failed"
        case .barcode: "barcode"
        }
    }
}
