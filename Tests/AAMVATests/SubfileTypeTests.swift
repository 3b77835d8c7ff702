import AAMVA
import Testing

@Suite struct SubfileTypeTests {
    private static let elements = [
        "DBA12312030", "DCSSAMPLE", "DACJANE", "DADQ", "DBD01022020", "DBB03041985", "DBC2",
        "DAG1 EXAMPLE ST",
        "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA",
    ]
    private static let card = LicencePayload(elements, type: "ID").bytes

    private func record(_ payload: [UInt8]) throws -> Record {
        try #require(RecordDecoder.decode(payload).record)
    }

    @Test(arguments: [9, 14, 17, 19, 20, 21, 22, 24, 26], [0x0A, 0x0D] as [UInt8])
    func `the type is found though a line end cuts the header`(_ place: Int, _ byte: UInt8) throws {
        var payload = Self.card
        payload[place] = byte
        let license = License(try record(payload))
        #expect(license.kind == .identificationCard)
        #expect(license.expiryDate != nil)
    }

    @Test func `a type that stands twice is one`() throws {
        let payload = Array(Self.card[..<31]) + [0x49, 0x44] + Self.card[31...]
        let license = License(try record(payload))
        #expect(license.kind == .identificationCard)
        #expect(license.expiryDate != nil)
    }

    @Test func `letters in place of the directory's numbers hide no type`() throws {
        let payload = Array(Self.card[..<21]) + Array("DLabac".utf8) + Self.card[31...]
        let license = License(try record(payload))
        #expect(license.kind == .identificationCard)
        #expect(license.expiryDate != nil)
    }

    @Test func `elements without header and type leave the kind of card in doubt`() throws {
        let record = try record(Array(Self.elements.joined(separator: "\n").utf8))
        #expect(
            record.findings.contains {
                if case .doubtful(ElementID("DCA"), .missingSubfileTag, _) = $0 { true } else { false }
            })
    }
}
