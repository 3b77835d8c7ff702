import AAMVA

/// A payload of the standard's shape, its directory right, of the given elements.
struct LicencePayload {
    let bytes: [UInt8]

    init(_ elements: [String], version: String = "08", issuer: String = "636000", type: String = "DL") {
        let body = Array((type + elements.joined(separator: "\n") + "\r").utf8)
        let entries = version <= "01" ? "01" : "0001"
        let offset = 4 + 5 + 6 + 2 + entries.utf8.count + 10
        let digits = { (number: Int) in
            String(repeating: "0", count: 4 - String(number).utf8.count) + String(number)
        }
        let header =
            "@\n\u{1E}\rANSI \(issuer)\(version)\(entries)\(type)\(digits(offset))\(digits(body.count))"
        bytes = Array(header.utf8) + body
    }

    var outcome: RecordDecoder.Outcome { RecordDecoder.decode(bytes) }
}
