import AAMVA

/// Records made by hand, for tests of what comes after the decoder. Every person in them is invented.
enum SampleRecord {
    /// A record of these elements in one subfile, by the standard's layout.
    static func make(
        _ elements: [(StaticString, String)], subfile: SubfileType = .driverLicense, issuer: Int? = 636012,
        version: Int? = 9, findings: [Finding] = []
    ) -> Record {
        var bytes: [UInt8] = []
        var placed: [Element] = []
        for (id, text) in elements {
            let start = bytes.count
            bytes += text.utf8
            placed.append(Element(id: ElementID(id), subfile: subfile, value: start..<bytes.count))
            bytes.append(0x0A)
        }
        let header = Header(
            fileType: .ansi, issuer: issuer.map { IssuerIdentificationNumber($0) }, version: version,
            jurisdictionVersion: 0, entries: 1, directory: [])
        return Record(layout: .aamva(header), bytes: bytes, elements: placed, findings: findings)
    }

    static let ontario: [(StaticString, String)] = [
        ("DCS", "SAMPLE"), ("DAC", "ROBIN"), ("DAD", "LEE"), ("DBD", "20190512"), ("DBB", "19850417"),
        ("DBA", "20340417"), ("DBC", "1"), ("DAG", "12 EXAMPLE ST"), ("DAI", "TORONTO"), ("DAJ", "ON"),
        ("DAK", "M5V2T6"), ("DAQ", "S04018500850417"), ("DCF", "DX1234567"), ("DCG", "CAN"),
    ]

    /// The Ontario licence with some elements changed or added, or left out where `nil`.
    static func ontario(_ changes: KeyValuePairs<StaticString, String?>) -> [(StaticString, String)] {
        let changed = Set(changes.map(\.key.description))
        let kept = ontario.filter { !changed.contains($0.0.description) }
        return kept + changes.compactMap { id, text in text.map { (id, $0) } }
    }
}
