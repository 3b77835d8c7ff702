import AAMVA
import Testing

@Suite struct PrivacyTests {
    /// Whatever a description, an interpolation or a dump shows.
    private func shown(_ value: Any) -> String {
        var text = "\(value) \(String(reflecting: value))"
        dump(value, to: &text)
        return text
    }

    @Test func `no type that holds card data shows any`() throws {
        let payload = try LicenceFixture.named("v002").payload
        var decoder = RecordDecoder()
        _ = decoder.push(payload)
        let record = try #require(RecordDecoder.decode(payload).record)
        let text = shown(decoder) + shown(record) + shown(License(record)) + shown(decoder.finish())
        for secret in ["SAMPLE", "MICHAEL", "T64235789", "1986", "23269", "83, 65, 77"] {
            #expect(!text.contains(secret))
        }
    }

    @Test func `findings and errors show places only`() throws {
        let record = try #require(try LicenceFixture.named("v119").outcome.record)
        #expect(!shown(record.findings).contains("SPEC"))
        let error = try #require(try LicenceFixture.named("v118").outcome.error)
        #expect(!shown(error).contains("SPECIMEN"))
    }

    @Test func `nothing is left in a decoder that was reset`() throws {
        var decoder = RecordDecoder()
        _ = decoder.push(try LicenceFixture.named("v002").payload)
        decoder.reset()
        #expect(decoder.bytes.isEmpty)
        #expect(decoder.recognition == .empty)
    }

    @Test(arguments: [("DBK", 1), ("DBM", 1), ("DBG", 1), ("PHN", 8)])
    func `social security and health numbers are marked as such`(_ code: String, _ version: Int) throws {
        let bytes = Array(code.utf8)
        let definition = ElementDefinition.of(ElementID(bytes[0], bytes[1], bytes[2]), version: version)
        #expect(try #require(definition).isRedacted)
    }

    @Test func `DBG, DBN and DBS changed their meaning after version 01`() {
        #expect(ElementDefinition.of(ElementID("DBG"), version: 8)?.isRedacted == false)
        #expect(ElementDefinition.of(ElementID("DBN"), version: 1)?.name == "Alias, full name")
        #expect(ElementDefinition.of(ElementID("DBN"), version: 4)?.name == "Alias, family name")
        #expect(ElementDefinition.of(ElementID("DBS"), version: 1)?.name == "Alias, name prefix")
    }
}
