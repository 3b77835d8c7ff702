/// The standard's own example, 327 bytes of AAMVA version 10 with a DL and a jurisdiction subfile, each time of another
/// person: number, birth date, street number and what is numbered with them differ, as no decoder may profit from having
/// seen the card before.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D, "Example of raw PDF417 data".
enum SampleLicense {
    static let length = 327
    /// Lines that a split at line feeds finds in each: one of the header's, and one of each element but the last.
    static let lines = 29

    /// - Parameter holder: 0 to 999,999; it makes the licence this person's.
    static func payload(of holder: Int) -> [UInt8] {
        let subfiles = [("DL", license(of: holder)), ("ZV", ["ZVA01"])].map { type, elements in
            (type: type, body: type + elements.joined(separator: "\n") + "\r")
        }
        var payload = "@\n\u{1E}\rANSI 636000100002"
        var offset = payload.utf8.count + 10 * subfiles.count
        for (type, body) in subfiles {
            payload += type + digits(offset, 4) + digits(body.utf8.count, 4)
            offset += body.utf8.count
        }
        payload += subfiles.map(\.body).joined()
        precondition(payload.utf8.count == length, "a sample licence has \(length) bytes")
        return Array(payload.utf8)
    }

    /// The ID number as a till reads it.
    static func number(of holder: Int) -> String { "T64" + digits(holder, 6) }

    private static func license(of holder: Int) -> [String] {
        let birth = "06\(digits(1 + holder % 28, 2))\(1950 + holder % 50)"
        return [
            "DAQ\(number(of: holder))", "DCSSAMPLE", "DDEN", "DACMICHAEL", "DDFN", "DADJOHN", "DDGN", "DCUJR",
            "DCAD", "DCBK", "DCDPH", "DBD06062019", "DBB\(birth)", "DBA12102024", "DBC1", "DAU068 in",
            "DAYBRO",
            "DAG\(digits(holder % 10_000, 4)) WEST BROAD STREET", "DAIRICHMOND", "DAJVA", "DAK232690000  ",
            "DCF242424474\(digits(holder, 6))6102204", "DCGUSA", "DCK123\(digits(holder, 6))", "DDAF",
            "DDB06062018", "DDC06062020", "DDD1",
        ]
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: count - text.utf8.count) + text
    }
}
