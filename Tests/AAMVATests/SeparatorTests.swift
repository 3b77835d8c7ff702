import AAMVA
import Testing

@Suite struct SeparatorTests {
    private func license(_ id: String) throws -> License {
        License(try #require(try LicenceFixture.named(id).outcome.record))
    }

    @Test(arguments: ["v110", "v111", "v112", "v113", "v114", "v115", "v116"])
    func `a wedge's separators make no difference to the values`(_ id: String) throws {
        let fixture = try LicenceFixture.named(id)
        #expect(try license(id).differences(from: fixture.expected) == [])
        #expect(!(try #require(fixture.outcome.record).findings.isEmpty))
    }

    @Test func `where the directory confirms the reading, no value is in doubt`() throws {
        let record = try #require(try LicenceFixture.named("v110").outcome.record)
        #expect(
            !record.findings.contains {
                if case .doubtful(_, .separatorsLost, _) = $0 { true } else { false }
            })
    }

    @Test func `where it doesn't, names without separators are in doubt`() throws {
        let record = try #require(try LicenceFixture.named("v026").outcome.record)
        #expect(
            record.findings.contains {
                if case .doubtful(ElementID("DCS"), .separatorsLost, _) = $0 { true } else { false }
            })
    }

    @Test func `one lost separator is found again by the directory's length`() throws {
        let payload = LicencePayload(Self.elements).bytes
        let place = try #require(payload.firstRange(of: Array("\nDDE".utf8))).lowerBound
        var shorter = payload
        shorter.remove(at: place)
        let record = try #require(RecordDecoder.decode(shorter).record)
        #expect(License(record).values == License(try #require(RecordDecoder.decode(payload).record)).values)
        #expect(record.findings.contains { if case .mended(.separatorsLost, _) = $0 { true } else { false } })
    }

    @Test(arguments: ["MADDEN", "HADDAD", "MIDDLE", "DACOSTA", "DAISY", "JORDAN", "BUDDEN"])
    func `a name made of identifiers is left alone, even where the directory is wrong`(_ name: String) throws
    {
        var payload = LicencePayload(
            ["DCS\(name)", "DAC\(name)"]
                + Self.elements.filter { !$0.hasPrefix("DCS") && !$0.hasPrefix("DAC") }
        ).bytes
        payload[30] = UInt8(ascii: "9")
        let license = License(try #require(RecordDecoder.decode(payload).record))
        #expect([license.lastName, license.firstName] == [name, name])
    }

    @Test(arguments: ["MADDEN", "HADDAD"])
    func `names made of later versions' identifiers are safe on early cards`(_ name: String) throws {
        let elements =
            ["DCS\(name)", "DCTANN"]
            + Self.elements.filter {
                !$0.hasPrefix("DD") && !$0.hasPrefix("DAC") && !$0.hasPrefix("DAD") && !$0.hasPrefix("DCS")
            }
        var payload = LicencePayload(elements, version: "03").bytes
        payload[30] = UInt8(ascii: "1")
        #expect(License(try #require(RecordDecoder.decode(payload).record)).lastName == name)
    }

    @Test func `two readings that fit are ambiguous, not guessed`() {
        // The middle name is A, then JANEDADQ is the first; or Q, then VADADA is the family name.
        let text =
            "@ANSI 636000080001DL00310999DLDAQT1DCSVADADADACJANEDADQDBB01311990DBA01312030DBC2DAG1 MAIN STDAIDALLASDAJTXDAK75201DCGUSA"
        #expect(RecordDecoder.decode(Array(text.utf8)).error == .ambiguous(element: ElementID("DAD")))
    }

    private static let elements = [
        "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN", "DADQ", "DDGN",
        "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG1 EXAMPLE ST", "DAIRICHMOND",
        "DAJVA",
        "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA",
    ]
}
