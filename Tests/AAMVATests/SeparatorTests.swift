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

    @Test func `a name that lost its separator keeps what it fits, and is in doubt`() throws {
        var payload = LicencePayload(Self.elements).bytes
        payload.remove(at: try #require(payload.firstRange(of: Array("\nDDE".utf8))).lowerBound)
        let record = try #require(RecordDecoder.decode(payload).record)
        #expect(License(record).lastName == "SAMPLEDDEN")
        #expect(doubted(record) == ["DCS", "DDE"])
    }

    @Test func `a street that lost its separator before a second line is in doubt, and so is that`() throws {
        let elements = Self.elements.filter { !$0.hasPrefix("DAG") }
        var payload = LicencePayload(["DAGPO BOX 77", "DAHAPT 5B"] + elements).bytes
        payload.remove(at: try #require(payload.firstRange(of: Array("\nDAH".utf8))).lowerBound)
        #expect(doubted(try #require(RecordDecoder.decode(payload).record)) == ["DAG", "DAH"])
    }

    @Test func `a value that can't be its element's gives up the one that it holds`() throws {
        let payload = LicencePayload(Self.elements).bytes
        var shorter = payload
        shorter.remove(at: try #require(payload.firstRange(of: Array("\nDBD".utf8))).lowerBound)
        let record = try #require(RecordDecoder.decode(shorter).record)
        #expect(License(record).values == License(try #require(RecordDecoder.decode(payload).record)).values)
        #expect(record.findings.contains { if case .mended(.separatorsLost, _) = $0 { true } else { false } })
    }

    @Test func `a name that is split among whole lines is in doubt, though the directory agrees`() throws {
        let elements = Self.elements.filter { !$0.hasPrefix("DAD") && !$0.hasPrefix("DBD") }
        var payload = LicencePayload(["DADQ", "DBD01022020"] + elements).bytes
        payload.remove(at: try #require(payload.firstRange(of: Array("\nDBD".utf8))).lowerBound)
        let record = try #require(RecordDecoder.decode(payload).record)
        #expect(License(record).middleNames == ["Q"])
        #expect(doubted(record).contains("DAD"))
    }

    private func doubted(_ record: Record) -> [String] {
        record.findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } }
    }

    /// One byte off, as Connecticut's directories are.
    private func offByOne(_ elements: [String], version: String) throws -> License {
        var payload = LicencePayload(elements, version: version).bytes
        let last = 20 + (version <= "01" ? 8 : 10)
        payload[last] += payload[last] == UInt8(ascii: "9") ? 0 : 1
        return License(try #require(RecordDecoder.decode(payload).record))
    }

    @Test func `a directory that is off by one tears no value apart`() throws {
        let later = Self.elements.filter { !["DCS", "DAD", "DAI", "DAY", "DDG"].contains($0.prefix(3)) }
        let license = try offByOne(["DCSMCDADE", "DAIWEST DAYTON"] + later, version: "09")
        #expect([license.lastName, license.city] == ["MCDADE", "WEST DAYTON"])
        #expect(license.middleNames == [])
    }

    @Test(arguments: ["DACIA,DAN", "LINDA DADE"])
    func `given names in one element are not torn into first and middle`(_ names: String) throws {
        let early = Self.elements.filter {
            !$0.hasPrefix("DD") && !$0.hasPrefix("DAC") && !$0.hasPrefix("DAD")
        }
        let license = try offByOne(
            ["DCT\(names)", "DAG12 CADACE ST"] + early.filter { !$0.hasPrefix("DAG") }, version: "03")
        let parts = names.split { $0 == "," || $0 == " " }.map(String.init)
        #expect([license.firstName] + license.middleNames == parts)
        #expect(license.street1 == "12 CADACE ST")
    }

    @Test func `without separators, given names in one element stay whole on early cards`() throws {
        let early = Self.elements.filter {
            !$0.hasPrefix("DD") && !$0.hasPrefix("DAC") && !$0.hasPrefix("DAD")
        }
        let payload = LicencePayload(["DCTLINDADE"] + early, version: "03").bytes
        let record = try #require(RecordDecoder.decode(payload.filter { $0 != 0x0A }).record)
        let license = License(record)
        #expect([license.firstName] + license.middleNames == ["LINDADE"])
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
