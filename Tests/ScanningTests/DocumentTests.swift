import AAMVA
import Scanning
import Testing

@Suite struct DocumentTests {
    private func value(_ id: StaticString, _ text: String) throws -> String? {
        let read = try SampleReading(SampleRecord.make(SampleRecord.ontario([id: text])))
        return try #require(read.document?.items.first { $0.id == id.description }).value
    }

    @Test func `every element is there, as scanned and with its name, in the card's order`() throws {
        let document = try #require(try SampleReading([:]).document)
        #expect(document.version == 9)
        #expect(document.issuer == "636012")
        #expect(document.items.map(\.id) == SampleRecord.ontario.map(\.0.description))
        #expect(document.items.first?.text == "SAMPLE")
        #expect(document.items.first?.name == "Customer family name")
        #expect(document.items.first?.subfile == "DL")
    }

    @Test func `a date's value is ISO 8601, in whichever order it was scanned`() throws {
        #expect(try value("DDB", "20190512") == "2019-05-12")
        #expect(try value("DDB", "05122019") == "2019-05-12")
        #expect(try value("DDB", "13322019") == nil)
        #expect(try value("DDB", "NONE") == nil)
    }

    @Test func `a code's value is its meaning`() throws {
        #expect(try value("DBC", "2") == "female")
        #expect(try value("DAY", "HAZ") == "hazel")
        #expect(try value("DAZ", "SDY") == "sandy")
        #expect(try value("DCE", "4") == "161 to 190 lb")
        #expect(try value("DDA", "F") == "compliant")
        #expect(try value("DDF", "N") == "not truncated")
        #expect(try value("DDL", "1") == "yes")
    }

    @Test func `a code that the standard doesn't list has no value`() throws {
        #expect(try value("DBC", "7") == nil)
        #expect(try value("DAY", "BROWNISH") == nil)
    }

    @Test func `a measure's value has no leading zeros`() throws {
        #expect(try value("DAW", "075") == "75")
        #expect(try value("DAX", "080 KG") == "80 kg")
    }

    @Test(arguments: [
        ("073 in", "73 in"), (" 65 IN", "65 in"), ("181 cm", "181 cm"), ("509", "69 in"), ("600", "72 in"),
        ("073", "73 in"), ("185", "185 cm"), (#"5'-04""#, "64 in"), ("5-01", "61 in"), ("6'00", "72 in"),
    ])
    func `a height is given in inches or centimetres, however the card writes it`(
        _ text: String, _ height: String
    )
        throws
    {
        #expect(try value("DAU", text) == height)
    }

    @Test(arguments: ["", "unavl", "512", "5'-14\"", "000", "7", "65 kg"])
    func `what is no height has no value`(_ text: String) throws {
        #expect(try value("DAU", text) == nil)
    }

    @Test func `a country and a jurisdiction are named`() throws {
        #expect(try value("DCG", "CAN") == "Canada")
        #expect(try value("DAJ", "ON") == "Ontario")
    }

    @Test func `an abbreviation or a word that cards have beside the standard's codes is read`() throws {
        #expect(try value("DAY", "BRN") == "brown")
        #expect(try value("DAZ", "BROWN") == "brown")
        #expect(try value("DCL", "AI") == "Alaskan or American Indian")
        #expect(try value("DDK", "N") == "no")
    }

    @Test func `a stripe's dates and number are given as they are meant`() throws {
        let text =
            "%FLMIAMI^DOE$JOHN$^1 A ST^?;6360100462172082009=2808198101150?"
        let record = try #require(RecordDecoder.decode(Array(text.utf8)).results.first).get()
        let values = record.elements.compactMap { Document.Item($0, of: record) }.map {
            [$0.id, $0.value ?? ""]
        }
        #expect(values.contains(["DBA", "2028-08"]))
        #expect(values.contains(["DBB", "1981-01-15"]))
        #expect(values.contains(["DAQ", "D621720820090"]))
    }

    @Test func `padding is no part of an element's text`() throws {
        let read = try SampleReading(["DAI": "TORONTO      "])
        #expect(read.document?.items.first { $0.id == "DAI" }?.text == "TORONTO")
    }
}
