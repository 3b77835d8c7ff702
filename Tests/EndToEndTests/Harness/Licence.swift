/// Writes the text of a licence's barcode: a synthetic person's elements, and a directory that is right.
///
/// Source: AAMVA DL/ID Card Design Standard (2016), Annex D, "Barcode encoding structure".
struct Licence {
    var issuer = "636012"
    var version = "09"
    /// In order: each subfile's type and its elements, whose ids are their first three letters.
    var subfiles: [(type: String, elements: [String])]

    /// Ontario's present layout: nobody's, valid until 2035.
    static let ontario = Licence(subfiles: [
        (
            "DL",
            [
                "DCAG", "DCB", "DCD", "DBA20351201", "DCSSPECIMEN", "DACJANE", "DADQ", "DBD20251006",
                "DBB19811201",
                "DBC2", "DAYUNK", "DAU170 cm", "DAG100-19 EXAMPLE ROAD", "DAIOTTAWA", "DAJON",
                "DAKK1A0B1     ",
                "DAQS12345678816201", "DCFXX1234567", "DCGCAN", "DDEN", "DDFN", "DDGN", "DCK*1234567*",
            ]
        ),
        ("ZO", ["ZOASPECIMEN,JANE,Q", "ZOBY", "ZOC", "ZOD", "ZOE", "ZOZS1234-56788-16201"]),
    ])

    /// The same licence with another value in an element of its first subfile.
    func with(_ id: String, _ value: String) -> Licence {
        var licence = self
        licence.subfiles[0].elements = subfiles[0].elements.map { $0.hasPrefix(id) ? id + value : $0 }
        return licence
    }

    /// The same licence with an ID number of Ontario's form that ends in these digits.
    func numbered(_ number: Int) -> Licence {
        let digits = String(number)
        return with("DAQ", "S1234567" + String(repeating: "0", count: 7 - digits.count) + digits)
    }

    /// The same licence without its subfiles from the second on.
    var withoutJurisdiction: Licence {
        var licence = self
        licence.subfiles = [subfiles[0]]
        return licence
    }

    var payload: String {
        let bodies = subfiles.map { $0.type + $0.elements.joined(separator: "\n") + "\r" }
        var text = "@\n\u{1E}\rANSI \(issuer)\(version)00\(Self.digits(subfiles.count, 2))"
        var offset = text.utf8.count + 10 * subfiles.count
        for (subfile, body) in zip(subfiles, bodies) {
            text += subfile.type + Self.digits(offset, 4) + Self.digits(body.utf8.count, 4)
            offset += body.utf8.count
        }
        return text + bodies.joined()
    }

    /// The first part of the payload: header, directory and some elements.
    var half: String { String(payload.prefix(payload.count / 2)) }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.count) + digits
    }
}
