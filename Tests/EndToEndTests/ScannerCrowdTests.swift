import Testing

/// Many scanners at full speed on one daemon: every scan is whole, and each scanner's come in order.
@Suite(.ownThreads) struct ScannerCrowdTests {
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
    private func published(to till: Till, by scanners: Int) throws -> [String: [String]] {
        var numbers: [String: [String]] = [:]
        for _ in 0..<scanners * Self.scans {
            let line = try till.skip(to: ["applicant", "scan_failed", "repeated"])
            let number = line["applicant"]?["govid_number"]?.text ?? "\(line)"
            numbers[line["scanner"]?.text ?? "", default: []].append(number)
        }
        return numbers
    }

    private func expected(of names: [String]) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: names.enumerated().map { scanner, name in
                (name, (0..<Self.scans).map { number(scanner, $0) })
            })
    }

    @Test func `sixty-four serial scanners`() throws {
        let shop = try Shop(scanners: (0..<64).map { "s\($0)" })
        let till = try shop.till()
        for (index, scanner) in shop.scanners.enumerated() { try scanner.send(payload(of: index)) }
        #expect(try published(to: till, by: 64) == expected(of: shop.scanners.map(\.link)))
    }

    /// As many as umockdev has descriptors for.
    @Test func `forty keyboard scanners`() throws {
        // A busy machine may hold up any of them for longer than a wedge's usual `idle_gap`.
        let bench = try Workbench(
            "scanners: [{match: {vendor: 0c2e}, idle_gap: 2s, other_barcodes: publish}]")
        let till = try bench.till()
        var names: [String] = []
        for number in 0..<40 {
            try bench("plug keyboard#\(number)")
            names.append(try till.skip(to: "scanner_added")["scanner"]?["name"]?.text ?? "")
        }
        let typed = try names.indices.map { number in
            let file = try bench.folder.write(Array(payload(of: number).utf8), to: "typed.\(number)")
            return "keyboard#\(number)=\(file)"
        }
        try bench("type-at-once \(typed.joined(separator: " "))")
        #expect(try published(to: till, by: 40) == expected(of: names))
    }
}
