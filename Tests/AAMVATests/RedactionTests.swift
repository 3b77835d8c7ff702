import AAMVA
import SyntheticLicenses
import Testing

/// The payload that may leave the machine.
@Suite struct RedactionTests {
    private func redacted(_ payload: [UInt8]) throws -> [UInt8] {
        try #require(RecordDecoder.decode(payload).record).redactedPayload
    }

    /// What the redaction of a record reads otherwise than the record.
    private func difference(_ record: Record) -> [String] {
        guard let again = RecordDecoder.decode(record.redactedPayload).record else {
            return ["no record"]
        }
        let (before, after) = (License(record), License(again))
        let printable = before.values.mapValues { value in
            String(
                String.UnicodeScalarView(
                    value.unicodeScalars.filter { $0.properties.generalCategory != .control }))
        }
        var keys = after.differences(from: printable)
        if before.kind != after.kind { keys.append("kind") }
        if before.issuer?.code != after.issuer?.code { keys.append("issuer") }
        return keys
    }

    @Test(arguments: LicenceFixture.all)
    func `a record reads the same without what must not leave the machine`(_ fixture: LicenceFixture) {
        for case .success(let record) in fixture.outcome.results { #expect(difference(record) == []) }
    }

    /// A value in which a number runs on, or which holds a control character, may be left out or mended.
    @Test(arguments: PropertyRounds.parts(upTo: 400))
    func `so does a made-up card, whatever its damage`(_ seeds: Range<UInt64>) {
        let failures = seeds.compactMap { seed -> String? in
            let damage = Damage.allCases[Int(seed) % Damage.allCases.count]
            let card = DamagedCard(seed: seed, damage: damage)
            for case .success(let record) in RecordDecoder.decode(card.payload).results {
                let keys = difference(record)
                if !keys.isEmpty, !hasRun(record) { return "seed \(seed), \(damage): \(keys)" }
            }
            return nil
        }
        #expect(failures.prefix(5) == [])
    }

    private func hasRun(_ record: Record) -> Bool {
        record.findings.contains { finding in
            switch finding {
            case .doubtful(_, .controlCharacters, _), .doubtful(_, .valueForm, _), .mended(.separators, _):
                true
            default: false
            }
        }
    }

    @Test(arguments: LicenceFixture.all)
    func `the directory is right, and the separators are the standard's`(_ fixture: LicenceFixture) throws {
        for case .success(let record) in fixture.outcome.results {
            guard case .aamva = record.layout else { continue }
            let again = try #require(RecordDecoder.decode(record.redactedPayload).record)
            let structure = again.findings.filter { finding in
                switch finding {
                case .lengthMismatch, .missingSubfile, .mended(.separators, _), .mended(.directory, _): true
                default: false
                }
            }
            #expect(structure == [])
        }
    }

    @Test func `social security numbers, health data and what nobody needs are left out`() throws {
        let payload = LicencePayload(
            [
                "DAQ12345678", "DABSAMPLE", "DACROBIN", "DBB19850417", "DBA20340417", "DBK987654321", "DBGXY",
                "DAW180",
                "DBM123454321", "DAJVA",
            ], version: "01")
        let text = String(decoding: try redacted(payload.bytes), as: UTF8.self)
        for trace in ["987654321", "123454321", "DBK", "DBM", "DBG", "DAW"] { #expect(!text.contains(trace)) }
        #expect(text.contains("DABSAMPLE\nDACROBIN\n"))
    }

    @Test func `a jurisdiction's own subfile is left out`() throws {
        let fixture = try LicenceFixture.named("v002")
        let text = String(decoding: try redacted(fixture.payload), as: UTF8.self)
        #expect(text.hasPrefix("@\n\u{1E}\rANSI 636000050001DL0031"))
        #expect(!text.contains("ZV"))
    }

    private static let stripe =
        "%BCKELOWNA^SAMPLE,$ROBIN LEE^1763 FAKE RD$KELOWNA BC  V1Y 2P6^?;6360287290172=340619920101=?"
    private static let third =
        "_%0AV1Y2P6                     M191100BRNGRN9876543210                00S00023254?"

    @Test func `a stripe keeps its form, with blanks for the health number`() throws {
        let payload = Array((Self.stripe + Self.third).utf8)
        let expected = Self.stripe + Self.third.replacing("9876543210", with: "          ")
        #expect(String(decoding: try redacted(payload), as: UTF8.self) == expected)
    }

    @Test(arguments: 5..<81)
    func `a third track that is cut anywhere shows no part of the health number`(_ length: Int) throws {
        let payload = Array((Self.stripe + Self.third.prefix(length) + "?").utf8)
        guard let record = RecordDecoder.decode(payload).record else { return }
        let text = String(decoding: record.redactedPayload, as: UTF8.self)
        #expect(!text.contains("98"))
        #expect(text.hasPrefix(Self.stripe))
    }

    /// Ten-digit health numbers and nine-digit social security numbers alike, in any damage that the decoder lets pass.
    @Test func `no single lost, changed or added byte lets a social security number through`() {
        let payload = LicencePayload(
            [
                "DAQ12345678", "DABSAMPLE", "DACROBIN", "DBB19850417", "DBA20340417", "DBD20200417",
                "DAG12 EXAMPLE ST", "DAIRICHMOND", "DBK987654321", "DAJVA", "DAK232690000", "DAU509",
            ], version: "01"
        ).bytes
        var leaks: [String] = []
        for place in payload.indices {
            for change in ["", "\n", "X", "1", " "] + (payload[place] == 0x0A ? ["\r"] : []) {
                for length in [0, 1] where !(change.isEmpty && length == 0) {
                    var damaged = payload
                    damaged.replaceSubrange(place..<place + length, with: Array(change.utf8))
                    for case .success(let record) in RecordDecoder.decode(damaged).results {
                        let text = String(decoding: record.redactedPayload, as: UTF8.self)
                        if text.contains("8765") {
                            leaks.append(
                                "\(place) \(length) \(change.debugDescription) \(text.debugDescription)")
                        }
                    }
                }
            }
        }
        #expect(leaks.prefix(5) == [])
    }

    @Test func `it is UTF-8, and holds no control character within a value`() throws {
        var payload = LicencePayload([
            "DAQ12345678", "DCSB?TA", "DACROBIN", "DBB19850417", "DBA20340417", "DAJQC", "DCGCAN",
        ]).bytes
        let place = try #require(payload.firstIndex(of: UInt8(ascii: "?")))
        payload[place] = 0xC9
        let text = try #require(String(validating: try redacted(payload), as: UTF8.self))
        #expect(text.contains("DCSBÉTA\n"))
    }

    private static let sound = [
        "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DACJANE", "DADQUINN", "DBD01022020",
        "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG1 EXAMPLE ST", "DAIRICHMOND", "DAJVA",
        "DAK232690000  ", "DAQT64235789", "DCF123", "DCGUSA", "DAW160",
    ]

    @Test(arguments: ["02", "04", "08", "10"], ["DBK987654321", "DBK987-65-4321", "DBM987654321"])
    func `a social security number is taken for no element that is missing`(
        _ version: String, _ number: String
    ) throws {
        for missing in ["DAK", "DCB"] {
            let elements = Self.sound.filter { !$0.hasPrefix(missing) } + [number]
            let record = try #require(LicencePayload(elements, version: version).outcome.record)
            #expect(!record.elements.contains { $0.id.code == missing })
            #expect(!record.redactedPayload.contains(number.dropFirst(3).utf8))
        }
    }

    @Test(arguments: sound, ["04", "08", "10"])
    func `a social security number behind another value is cut off, and that is in doubt`(
        _ element: String, _ version: String
    ) throws {
        for joint in ["", " ", "*"] {
            let elements = Self.sound.map { $0 == element ? "\($0)\(joint)DBK987654321" : $0 }
            let record = try #require(LicencePayload(elements, version: version).outcome.record)
            let shown = record.elements.filter { $0.id.code != "DBK" }.map { record.text(of: $0) }
            #expect(!shown.contains { $0.contains("98765") }, "\(joint)")
            #expect(License(record).values.values.allSatisfy { !$0.contains("98765") }, "\(joint)")
        }
    }

    @Test func `an element of another version that has its own form is no damaged one`() throws {
        let elements = Self.sound.filter { !$0.hasPrefix("DCD") } + ["DDK1"]
        let record = try #require(LicencePayload(elements, version: "04").outcome.record)
        #expect(record.element(ElementID("DCD")) == nil)
        #expect(record.element(ElementID("DDK")).map { record.text(of: $0) } == "1")
    }
}
