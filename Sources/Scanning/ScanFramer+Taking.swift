import AAMVA

extension ScanFramer {
    /// Takes bytes up to the end of the scan that they continue, or before the scan that they begin; returns how many.
    mutating func take(
        _ bytes: Span<UInt8>, at now: ContinuousClock.Instant, into outputs: inout [Output]
    ) -> Int {
        guard case .scanning(var scan) = state else { return begin(bytes, at: now) }
        scan.pace.note(now)
        let taken: Int
        if scan.isAnnounced {
            taken = current.push(bytes)
        } else {
            taken = seek(bytes)
            announce(&scan, into: &outputs)
        }
        if current.isComplete {
            burst = (now, settings.idleGap(at: scan.pace))
            finish(scan, into: &outputs)
        } else if taken == 0 {
            let error = DecodeError.tooLong(received: current.count, limit: RecordDecoder.limit)
            fail(ScanFailure(error), scan.pace, into: &outputs)
            return bytes.count
        } else {
            state = .scanning(scan)
        }
        return taken
    }

    /// Begins a scan at the first byte that means anything: a suffix that comes late is not the next scan's.
    private mutating func begin(_ bytes: Span<UInt8>, at now: ContinuousClock.Instant) -> Int {
        var blanks = 0
        while blanks < bytes.count, bytes[blanks].isBlankControl { blanks += 1 }
        let followsLicence = burst.map { $0.last.duration(to: now) < $0.gap } ?? false
        if blanks > 0 {
            if followsLicence { burst?.last = now }
        } else {
            burst = nil
            state = .scanning(InFlight(began: now, followsLicence: followsLicence))
        }
        return blanks
    }

    /// Takes bytes until a licence is recognized, at the scan's beginning or behind a suffix in it.
    ///
    /// A barcode and a licence can come in one burst. So what stands behind a suffix is followed as a scan of its own, until it
    /// can't be a licence.
    private mutating func seek(_ bytes: Span<UInt8>) -> Int {
        var taken = 0
        while taken < bytes.count, current.recognition != .licence {
            let byte = bytes.extracting(taken..<taken + 1)
            if behind == nil || behind?.recognition == .other {
                behind?.reset()
                behind = endsCode(before: byte[0]) ? ScanText() : nil
            }
            guard current.push(byte) > 0 else { break }
            taken += 1
            _ = behind?.push(byte)
            if behind?.recognition == .licence { break }
        }
        return taken
    }

    /// Whether a code and its suffix may end here, and the next byte begin another scan.
    ///
    /// Letters that a header's file type begins with are a code too, if what follows their suffix begins a licence. The line
    /// ends within a header's own marks end no code.
    private func endsCode(before byte: UInt8) -> Bool {
        guard !byte.isBlankControl else { return false }
        let bytes = current.bytes
        let controls = bytes.reversed().prefix { $0.isBlankControl }.count
        let suffix = max(controls, settings.suffix.length(endOf: bytes))
        guard suffix > 0, let last = bytes.dropLast(suffix).last, last >= 0x20, last != UInt8(ascii: "@")
        else { return false }
        let beginsLicence = byte == UInt8(ascii: "@") || byte == UInt8(ascii: "%")
        return current.recognition == .other
            || beginsLicence && bytes.contains { $0.isASCIILetter || $0.isASCIIDigit }
    }

    /// Tells once that a licence has begun, and first of the code that stands before it in the same burst.
    private mutating func announce(_ scan: inout InFlight, into outputs: inout [Output]) {
        if let licence = behind, licence.recognition == .licence {
            behind = nil
            current.dropLast(licence.count)
            finish(scan, isQuiet: false, into: &outputs)
            current = licence
            scan = InFlight(continuing: scan)
        }
        guard current.recognition == .licence else { return }
        behind?.reset()
        behind = nil
        scan.isAnnounced = true
        outputs.append(.reading)
    }

    /// Fails the scan in flight, and drops what follows it until the line is quiet.
    mutating func fail(_ failure: ScanFailure, _ pace: ScanPace, into outputs: inout [Output]) {
        forget()
        state = .discarding(pace)
        outputs.append(.failed(failure))
    }

    /// Wipes what is in flight.
    mutating func forget() {
        current.reset()
        behind?.reset()
        behind = nil
        burst = nil
        state = .idle
    }
}
