import AAMVA
import Testing

@Suite struct LostSeparatorTests {
    private static let elements = [
        "DAQT64235789", "DCAD", "DCBNONE", "DCDNONE", "DBA12312030", "DCSSAMPLE", "DDEN", "DACJANE", "DDFN",
        "DADQ", "DDGN", "DBD01022020", "DBB03041985", "DBC2", "DAYBRO", "DAU065 in", "DAG1 EXAMPLE ST",
        "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DCF123", "DCGUSA",
    ]

    /// The elements with some of them replaced, and others at the end.
    private func elements(_ changes: [String]) -> [String] {
        var elements = Self.elements
        for change in changes {
            if let index = elements.firstIndex(where: { $0.prefix(3) == change.prefix(3) }) {
                elements[index] = change
            } else {
                let street = elements.firstIndex { $0.hasPrefix("DAG") } ?? 0
                elements.insert(change, at: change.hasPrefix("DAH") ? street + 1 : elements.count)
            }
        }
        return elements
    }

    /// The values of the elements with LF between them, and with something else.
    private func readings(
        _ elements: [String], version: String = "08", separator: String
    ) throws -> [[String: String]] {
        let plain = LicencePayload(elements, version: version).bytes
        let start = version <= "01" ? 29 : 31
        let other = plain[..<start] + plain[start...].flatMap { $0 == 0x0A ? Array(separator.utf8) : [$0] }
        return try [plain, Array(other)].map { bytes in
            License(try #require(RecordDecoder.decode(bytes).record)).values
        }
    }

    @Test(
        arguments: ["", " ", "  "],
        [
            ["DCSSAMPLE 3RD"], ["DCSDCUTLER"], ["DCSWOODCOCK"], ["DADDCOSTA"], ["DADDAISY"], ["DACDAJUAN"],
            ["DAIDALLAS", "DCKDAX1234567"], ["DDCNONE", "DCMD"], ["DCUIII", "DAH# 12"], ["DCLW", "DDK1"],
            ["DBNDADSON", "DBGDACIA"], ["DAZBRO", "DAW165", "DCE4"], ["DAIDAKOTA DUNES"],
            ["DAG55 DAJ STREET"],
        ])
    func `types, lengths and neighbours find the elements again`(
        _ separator: String, _ changes: [String]
    ) throws {
        let readings = try readings(elements(changes), separator: separator)
        #expect(readings[0] == readings[1])
    }

    @Test(arguments: [["DAHC/O DAISY"], ["DAHUNIT DAI 3"], ["DAG12 DAG HAMMARSKJOLD PLZ"]])
    func `a word that begins like an identifier is left to its street`(_ changes: [String]) throws {
        let readings = try readings(elements(changes), separator: "")
        #expect(readings[0] == readings[1])
    }

    /// The elements that are in doubt, of a record whose separators are lost.
    private func doubted(_ elements: [String], version: String = "08") throws -> Set<String> {
        let plain = LicencePayload(elements, version: version).bytes
        let start = version <= "01" ? 29 : 31
        let glued = plain[..<start] + plain[start...].filter { $0 != 0x0A }
        return try #require(RecordDecoder.decode(Array(glued)).record).doubted
    }

    @Test func `where the directory's length agrees and nothing else fits, no value is in doubt`() throws {
        #expect(try doubted(Self.elements) == [])
    }

    @Test(arguments: [
        (["DADMARY S", "DCU"], ["DAD"]), (["DADDEE DDE"], ["DAD"]), (["DADDEE,DDE"], ["DAD"]),
    ])
    func `where another reading fits, what it reads otherwise is in doubt`(
        _ changes: [String], _ expected: [String]
    ) throws {
        // The suffix stands right behind the name.
        var elements = elements(changes.filter { $0 != "DCU" })
        if changes.contains("DCU"), let place = elements.firstIndex(where: { $0.hasPrefix("DAD") }) {
            elements.insert("DCU", at: place + 1)
        }
        #expect(try doubted(elements).isSuperset(of: expected))
    }

    /// A card with more than most, so that a missing middle name can be made up for; and its separators are lost.
    private func cardWithout(_ missing: String?, firstName: String, ending: String = "") -> Record? {
        let changes = [
            "DAC" + firstName, "DAD", "DCK28VDGRJQWOMYQ", "DDAF", "DDB07112015", "DAW140", "DAZBLK",
        ]
        var elements = elements(changes).filter { $0 != missing }
        elements[elements.count - 1] += ending
        let bytes = LicencePayload(elements).bytes
        return RecordDecoder.decode(bytes[..<31] + bytes[31...].filter { $0 != 0x0A }).record
    }

    @Test(arguments: ["TRINIDAD", "MARIA SOLEDAD", "HADDAD"], ["", "\n"])
    func `a first name that ends like an empty middle name stays whole and in doubt`(
        _ name: String, _ ending: String
    ) throws {
        let record = try #require(cardWithout("DAD", firstName: name, ending: ending))
        #expect(License(record).values["first_name"] == name)
        #expect(record.doubted.isSuperset(of: ["DAC", "DAD"]))
    }

    @Test func `a middle name that was found at a first name's end in place of another element is in doubt`()
        throws
    {
        let record = try #require(cardWithout("DAD", firstName: "ABRADAD"))
        #expect(record.doubted.isSuperset(of: ["DAC", "DAD"]))
    }

    @Test(arguments: ["MARIA", "JANE", "LORI", "CHAD", "JAMIE"])
    func `an empty middle name right behind a first name leaves that beyond doubt`(_ name: String) throws {
        let record = try #require(cardWithout(nil, firstName: name))
        #expect(License(record).values["first_name"] == name)
        #expect(record.doubted.isDisjoint(with: ["DAC", "DAD"]))
    }

    @Test
    func `a value that begins with a comma is no element's, so that a name which spells one stays whole`()
        throws
    {
        let early = [
            "DAQT64235789", "DAASAMPLE,ADAM,Q,", "DAG1 EXAMPLE ST", "DAIRICHMOND", "DAJVA", "DAK23269",
            "DARD", "DASNONE",
            "DAT", "DBA20301231", "DBB19850304", "DBC2", "DBD20200102",
        ]
        let readings = try readings(early, version: "01", separator: "")
        #expect(readings[0] == readings[1])
    }

    @Test func `a full name and its parts are found again on one early card`() throws {
        let early = [
            "DAQT64235789", "DAASAMPLE,JANE,Q", "DABSAMPLE", "DACJANE", "DADQ", "DAG1 EXAMPLE ST",
            "DAIPHOENIX", "DAJAZ",
            "DAK85001-4321", "DARD", "DASB", "DAT", "DBA20301231", "DBB19850304", "DBC2", "DBD20200102",
        ]
        let readings = try readings(early, version: "01", separator: "")
        #expect(readings[0] == readings[1])
    }

    @Test(arguments: ["", " "])
    func `blank elements and an identification card's classes are found again`(_ separator: String) throws {
        var elements = elements(["DCF          ", "DCG", "DAG518   S EXAMPLE ST"])
        elements.removeAll { $0.hasPrefix("DCK") }
        let plain = LicencePayload(elements, type: "ID").bytes
        let other = plain[..<31] + plain[31...].flatMap { $0 == 0x0A ? Array(separator.utf8) : [$0] }
        let licenses = try [plain, Array(other)].map {
            License(try #require(RecordDecoder.decode($0).record)).values
        }
        #expect(licenses[0] == licenses[1])
    }

    @Test func `fixed widths are found again by their padding`() throws {
        let widths = ["DCS": 43, "DAC": 43, "DAD": 43, "DAG": 38, "DAH": 38, "DAI": 23, "DAQ": 28, "DCF": 28]
        let padded = elements(["DAHC/O DAISY", "DADDAVE DALE", "DAIDAVENPORT"]).map { element in
            element.padding(to: widths[String(element.prefix(3))] ?? 0)
        }
        let readings = try readings(padded, version: "10", separator: "")
        #expect(readings[0] == readings[1])
    }

    @Test func `an early card's full name and permit are found again`() throws {
        let early = [
            "DAQT64235789", "DAADE LA CRUZ,DAIN,DAVE DALE,SR", "DAGPO BOX 77", "DAIDALLAS", "DAJVA",
            "DAK23269", "DARD", "DASNONE", "DAT", "DBA20301231", "DBB19850304", "DBC2", "DBD20200102", "PAAD",
            "PAB20301231",
        ]
        let readings = try readings(early, version: "01", separator: "")
        #expect(readings[0] == readings[1])
    }
}

extension Record {
    /// The elements that a finding names.
    fileprivate var doubted: Set<String> {
        Set(findings.compactMap { if case .doubtful(let id, _, _) = $0 { id.code } else { nil } })
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
