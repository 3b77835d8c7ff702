import AAMVA
import Testing

/// What keyboards, forms and editors make of a card.
@Suite struct TypedPayloadTests {
    private static let elements = [
        "DAQT64235789", "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN",
        "DADQ",
        "DDGN", "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG1 EXAMPLE ST", "DAIRICHMOND",
        "DAJVA", "DAK232690000  ", "DCF123", "DCGUSA",
    ]
    private static let plain = LicencePayload(elements).bytes

    private func values(_ payload: [UInt8]) throws -> [String: String] {
        License(try #require(RecordDecoder.decode(payload).record)).values
    }

    @Test func `RS and CR that a keyboard types as 6 and M are no part of the card`() throws {
        let typed = Self.plain.map { byte in
            switch byte {
            case 0x1E: UInt8(ascii: "6")
            case 0x0D: UInt8(ascii: "M")
            default: byte
            }
        }
        let record = try #require(RecordDecoder.decode(typed).record)
        #expect(record.element(ElementID("DCG")).map { record.text(of: $0) } == "USA")
        #expect(try values(typed) == values(Self.plain))
    }

    @Test func `a form's plus signs are blanks`() throws {
        let form = Self.plain.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x0A: Array("%0A".utf8)
            case 0x0D: Array("%0D".utf8)
            case 0x1E: Array("%1E".utf8)
            case UInt8(ascii: "@"): Array("%40".utf8)
            case UInt8(ascii: " "): [UInt8(ascii: "+")]
            default: [byte]
            }
        }
        #expect(try values(form)["address_1"] == "1 EXAMPLE ST")
    }

    @Test(arguments: [4, 16])
    func `lines that an editor indented are read`(_ count: Int) throws {
        let indent = Array(repeating: UInt8(ascii: " "), count: count)
        let indented = Self.plain[..<31] + Self.plain[31...].flatMap { $0 == 0x0A ? [$0] + indent : [$0] }
        #expect(try values(Array(indented)) == values(Self.plain))
    }

    @Test func `a dot for the first blank of each padding is no part of a value`() throws {
        let padded = Self.elements.map { element in
            ["DCS", "DAC", "DAD", "DAG", "DAI", "DCA"].contains(element.prefix(3))
                ? element + ".     " : element
        }.map { $0.hasPrefix("DAK") ? "DAK232690000. " : $0 }
        #expect(try values(LicencePayload(padded).bytes) == values(Self.plain))
    }

    @Test func `a dot behind some of the padded values is theirs`() throws {
        let padded = Self.elements.map { $0.hasPrefix("DAG") ? "DAG1 EXAMPLE ST.    " : $0 }
        #expect(try values(LicencePayload(padded).bytes)["address_1"] == "1 EXAMPLE ST.")
    }

    @Test func `the next scan's mark behind a line tells that the record is whole`() throws {
        let body = Self.elements.joined(separator: "\n")
        let first = "DL" + body + "\r"
        let second = "ZVZVAONE\nZVBTWO\n"
        func digits(_ number: Int) -> String { String("000\(number)".suffix(4)) }
        let header =
            "@\n\u{1E}\rANSI 636000080002DL0041\(digits(first.utf8.count))ZV\(digits(41 + first.utf8.count))0090"
        let payload = header + first + second
        #expect(RecordDecoder.decode(Array(payload.utf8)).record == nil)
        #expect(try values(Array((payload + "@").utf8)) == values(Self.plain))
    }

    /// Two keyboards: one that has keys for accented letters, and one that types them by their numbers.
    @Test(arguments: [true, false], [true, false])
    func `Caps Lock inverts an accented letter where it inverted the word`(_ isKey: Bool, _ isUTF8: Bool)
        throws
    {
        let accented = Self.elements.map { $0.prefix(3) == "DCS" ? "DCSC\u{D4}T\u{C9} D'\u{C9}LAN" : $0 }
        let small: [Unicode.Scalar: Unicode.Scalar] = ["\u{D4}": "\u{F4}", "\u{C9}": "\u{E9}"]
        let text = String(decoding: LicencePayload(accented).bytes, as: UTF8.self).unicodeScalars.map {
            scalar in
            if !scalar.isASCII { return isKey ? small[scalar] ?? scalar : scalar }
            guard scalar.properties.isAlphabetic else { return scalar }
            return Unicode.Scalar(scalar.value ^ 0x20) ?? scalar
        }
        let typed =
            isUTF8
            ? text.flatMap { Array(String($0).utf8) } : text.map { UInt8(truncatingIfNeeded: $0.value) }
        let record = try #require(RecordDecoder.decode(typed).record)
        #expect(License(record).lastName == "C\u{D4}T\u{C9} D'\u{C9}LAN")
    }
}
