extension ScannedDataReport {
    /// The part of a scan that a report carries; `nil` for a report of another kind.
    ///
    /// - Parameter report: As the kernel hands it over: whole, its id first where the scanner's reports have one.
    func part(_ report: [UInt8]) throws(Contradiction) -> Part? {
        if let id, report.first != id { return nil }
        guard report.count >= length else { throw Contradiction() }
        var part = Part(
            data: Array(report[data.prefix(try used(report))]),
            isLast: continuation.map { report.bits($0..<$0 + 1) == 0 })
        if let identifier { part.identifier = Array(report[identifier]) }
        return part
    }

    /// How many bytes of the data field are used.
    private func used(_ report: [UInt8]) throws(Contradiction) -> Int {
        guard let count else {
            // What isn't used is NUL, which stands in no barcode's text.
            return data.count - report[data].reversed().prefix { $0 == 0 }.count
        }
        let used = report.bits(count)
        guard used <= data.count else { throw Contradiction() }
        if isAssumed { try checkAssumption(report, used) }
        return used
    }

    /// Where the layout is a guess, an AIM identifier that the count leaves out tells that data begins behind it: read by
    /// the guess, the scan would lose its last three bytes.
    private func checkAssumption(_ report: [UInt8], _ used: Int) throws(Contradiction) {
        let behind = report[data.lowerBound + used..<data.lowerBound + used + 3]
        if AIMIdentifier.matches(report[data.prefix(3)]), behind.contains(where: { $0 != 0 }) {
            throw Contradiction()
        }
    }
}

extension [UInt8] {
    /// The number in some bits, lowest first, as HID reports hold it; at most 32.
    fileprivate func bits(_ range: Range<Int>) -> Int {
        range.reversed().reduce(0) { $0 << 1 | Int(self[$1 / 8] >> UInt8($1 % 8) & 1) }
    }
}
