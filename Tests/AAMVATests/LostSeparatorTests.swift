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

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
