import Testing

/// Sixty-four scanners at full speed on one daemon: every scan is whole, and each scanner's come in order.
@Suite(.ownThreads) struct ScannerCrowdTests {
    private static let scanners = 64
    private static let scans = 3

    /// What one scanner sends: cards whose numbers tell scanner and turn.
    private func payload(of scanner: Int) -> String {
        (0..<Self.scans).map { Licence.ontario.numbered(scanner * 10 + $0).payload + "\r" }.joined()
    }

    private func number(_ scanner: Int, _ scan: Int) -> String {
        Licence.ontario.numbered(scanner * 10 + scan).subfiles[0].elements.first { $0.hasPrefix("DAQ") }
            .map { String($0.dropFirst(3)) } ?? ""
    }

    /// Each scanner's numbers in the order in which they were published.
    private func published(to till: Till) throws -> [String: [String]] {
        var numbers: [String: [String]] = [:]
        for _ in 0..<Self.scanners * Self.scans {
            let line = try till.skip(to: ["applicant", "scan_failed", "repeated"])
            let number = line["applicant"]?["govid_number"]?.text ?? "\(line)"
            numbers[line["scanner"]?.text ?? "", default: []].append(number)
        }
        return numbers
    }

    private func expected(_ name: (Int) -> String) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: (0..<Self.scanners).map { scanner in
                (name(scanner), (0..<Self.scans).map { number(scanner, $0) })
            })
    }

    @Test func `sixty-four serial scanners`() throws {
        let shop = try Shop(scanners: (0..<Self.scanners).map { "s\($0)" })
        let till = try shop.till()
        for (index, scanner) in shop.scanners.enumerated() { try scanner.send(payload(of: index)) }
        #expect(try published(to: till) == expected { shop.scanners[$0].link })
    }

    @Test func `sixty-four keyboard scanners`() throws {
        let bench = try Workbench()
        let till = try bench.till()
        var names: [String] = []
        for index in 0..<Self.scanners {
            try bench("plug keyboard#\(index)")
            names.append(try till.skip(to: "scanner_added")["scanner"]?["name"]?.text ?? "")
        }
        let plays = try (0..<Self.scanners).map { index in
            "keyboard#\(index)=\(try bench.folder.write(Array(payload(of: index).utf8), to: "typed.\(index)"))"
        }
        try bench("type-at-once \(plays.joined(separator: " "))")
        #expect(try published(to: till) == expected { names[$0] })
    }
}
