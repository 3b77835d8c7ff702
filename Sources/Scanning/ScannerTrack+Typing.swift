import AAMVA

extension ScannerTrack {
    /// Takes keys one by one, so that each scan's are told from the next one's however they were handed in.
    mutating func record(_ keys: [KeyEvent], at now: ContinuousClock.Instant) -> [Step] {
        var steps = endInQuiet(at: now)
        for key in keys {
            if recorder?.isOmitting == true, mayBecomeBarcode(at: now) { recorder?.forget() }
            recorder?.take(key, at: now)
            steps += numbered(wedge?.receive([key], at: now) ?? [])
            if !mayBecomeBarcode(at: now) { recorder?.omit() }
        }
        return steps
    }

    /// Ends what silence has ended by now: the scan in flight, or keys that typed nothing.
    mutating func endInQuiet(at now: ContinuousClock.Instant) -> [Step] {
        if scanDeadline != nil {
            let steps = endScan(at: now)
            if scanDeadline == nil { recorder?.forget() }
            return steps
        }
        guard let restedAt, restedAt <= now else { return [] }
        let isCommand = commandDeadline != nil
        recorder?.forget()
        return isCommand ? [.failed(.random(), .otherKeys)] : []
    }

    /// When keys that typed nothing are a scan by themselves: if a program would obey one of them.
    var commandDeadline: ContinuousClock.Instant? {
        recorder?.hasCommand == true && scanDeadline == nil ? restedAt : nil
    }

    private func mayBecomeBarcode(at now: ContinuousClock.Instant) -> Bool {
        wedge?.mayBecomeBarcode(at: now) ?? false
    }

    /// When the keys that were recorded are so long ago that they are no beginning of what comes then.
    private var restedAt: ContinuousClock.Instant? {
        recorder?.last.map { $0 + framer.settings.shortestIdleGap }
    }

    /// A barcode as it goes out: published, typed, or withheld for its keys.
    func judged(_ barcode: Barcode) -> Step? {
        guard let recorder else { return .barcode(.random(), barcode) }
        // It ended with the scanner's unplugging or with a loss of keys, which is told of.
        if recorder.isOmitting { return nil }
        if recorder.hasOtherKeys { return .failed(.random(), .otherKeys) }
        if recorder.isOverfull {
            let error = DecodeError.tooLong(received: barcode.data.utf8.count, limit: RecordDecoder.limit)
            return .failed(.random(), ScanFailure(error))
        }
        return .typed(.random(), barcode, recorder.strokes)
    }
}
