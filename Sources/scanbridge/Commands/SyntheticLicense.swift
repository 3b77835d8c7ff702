/// A licence of nobody, for trying things out: Ontario, AAMVA version 09, with a directory that is right.
///
/// Source: AAMVA DL/ID Card Design Standard (2016), Annex D; the element set of Ontario's current cards.
enum SyntheticLicense {
    private static let license = [
        "DCAG", "DCB", "DCD", "DBA20301201", "DCSSPECIMEN", "DACJANE", "DADQ", "DBD20251006", "DBB19811201",
        "DBC2",
        "DAYUNK", "DAU170 cm", "DAG100-19 EXAMPLE ROAD", "DAIOTTAWA", "DAJON", "DAKK1A0B1     ",
        "DAQS12345678816201",
        "DCFXX1234567", "DCGCAN", "DDEN", "DDFN", "DDGN", "DCK*1234567*",
    ]
    private static let jurisdiction = [
        "ZOASPECIMEN,JANE,Q", "ZOBY", "ZOC", "ZOD", "ZOE", "ZOZS1234-56788-16201",
    ]

    static var payload: [UInt8] {
        let subfiles = [("DL", license), ("ZO", jurisdiction)].map { type, elements in
            (type, type + elements.joined(separator: "\n") + "\r")
        }
        var text = "@\n\u{1E}\rANSI 636012090002"
        var offset = text.utf8.count + 10 * subfiles.count
        for (type, body) in subfiles {
            text += type + fourDigits(offset) + fourDigits(body.utf8.count)
            offset += body.utf8.count
        }
        return Array((text + subfiles.map(\.1).joined()).utf8)
    }

    private static func fourDigits(_ number: Int) -> String {
        String(repeating: "0", count: 4 - String(number).count) + String(number)
    }
}
