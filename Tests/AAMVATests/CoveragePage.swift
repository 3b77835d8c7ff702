import Foundation

@testable import AAMVA

/// The text of `docs/jurisdictions.md`: per issuer what is known, tested and assumed, by the decoder's tables and the
/// fixtures.
struct CoveragePage {
    /// A jurisdiction with its issuer's numbers.
    typealias Issuer = (jurisdiction: Jurisdiction, numbers: [IssuerIdentificationNumber])

    /// All jurisdictions that any number names, by their own names.
    let issuers = Self.allIssuers
    private let notes: [String: [IssuerNote]]
    private let fixtures: [String: [LicenceFixture]]

    init() throws {
        notes = Dictionary(grouping: try IssuerNote.all()) { $0.issuer }
        fixtures = Dictionary(grouping: LicenceFixture.all.filter { $0.expected["error"] == nil }) {
            $0.issuer ?? ""
        }
    }

    private static let allIssuers: [Issuer] = {
        let numbers = (0...999_999).map { IssuerIdentificationNumber($0) }
        let numbered = Dictionary(grouping: numbers) { Jurisdiction.issuing($0) }
        return numbered.compactMap { jurisdiction, numbers in jurisdiction.map { ($0, numbers) } }
            .sorted { $0.jurisdiction.name < $1.jurisdiction.name }
    }()

    var text: String {
        ([head, unknown] + Jurisdiction.Country.allCases.map { country($0) } + [others, legend])
            .joined(separator: "\n")
    }

    private var head: String {
        let tested = issuers.filter { fixtures[$0.jurisdiction.code] != nil }
        let intact = tested.filter { fixtures[$0.jurisdiction.code]?.contains { $0.isIntact } == true }
        return """
            # Jurisdictions

            What is known of each issuer's cards, which of it is tested, and what is assumed. `make docs` writes this page from
            the decoder's tables and from the fixtures in `Tests/Fixtures/licenses`; `make test` fails where it is out of date.

            Of \(issuers.count) issuers, \(tested.count) have payloads among the fixtures, \(intact.count) of them intact ones. \
            All the payloads are of fictional people. How
            many of their values come out right is what `make accuracy` counts.

            - Every issuer's cards are read by the same rules: the AAMVA DL/ID Card Design Standard in all its versions, and what
              cards do in spite of it (wrong directories, missing tags, other separators, dates in the other order). Where an
              issuer needs a rule of its own that is a row in a table, named here as *the decoder's table*.
            - **ID number, as published** is for the warning `number_format` only, without blanks and hyphens: real cards
              contradict every public list. Where none is given, none is compared.
            - **Intact** payloads have the standard's shape, or are a whole stripe; **others** are damaged, or depart from the
              standard as cards do. Where there are none, the standard is assumed.
            - A name in parentheses is a source; [sources](#sources) tells what it is. Payloads named behind a line show it; a line
              that names none rests on its sources alone.

            """
    }

    private var unknown: String {
        let unseen = issuers.map(\.jurisdiction).filter { isUnseen($0.code) }.map(\.name).joined(
            separator: ", ")
        return """
            ## What could not be known

            - No public payload exists of a card of: \(unseen). These are assumed to follow
              the standard, versions 03 to 10, in Canada's form: dates CCYYMMDD, country CAN.
            - The 2025 edition of the standard (version 11) is known at second hand. A later version is read as version 11, with a
              warning.
            - British Columbia's day of expiry is not in the card's barcode.
            - The compact encoding and the vehicle documents' subfiles are recognized and refused; no sample of either is public.

            """
    }

    private func isUnseen(_ code: String) -> Bool { notes[code]?.contains { $0.unseen == true } == true }

    private func country(_ country: Jurisdiction.Country) -> String {
        let rows = issuers.filter { $0.jurisdiction.country == country }
        let title =
            switch country {
            case .canada: "Canada"
            case .unitedStates: "United States"
            case .mexico: "Mexico"
            }
        let lines =
            [
                "## \(title)", "",
                "| issuer | number | ID number, as published | intact | others |",
                "| --- | --- | --- | --- | --- |",
            ] + rows.map { row($0.jurisdiction, $0.numbers) } + [""]
            + rows.flatMap { departures($0.jurisdiction) }
        return lines.joined(separator: "\n")
    }

    private func row(_ jurisdiction: Jurisdiction, _ numbers: [IssuerIdentificationNumber]) -> String {
        let mine = fixtures[jurisdiction.code] ?? []
        let cells = [
            "\(jurisdiction.name) (\(jurisdiction.code))",
            numbers.map(\.digits).joined(separator: ", "),
            (Jurisdiction.numberForms[jurisdiction.code] ?? []).map { NumberForm($0).words }.joined(
                separator: "; "),
            mine.filter(\.isIntact).map(\.id).joined(separator: " "),
            mine.filter { !$0.isIntact }.map(\.id).joined(separator: " "),
        ]
        return "| " + cells.map { $0.isEmpty ? "-" : $0 }.joined(separator: " | ") + " |"
    }

    private func departures(_ jurisdiction: Jurisdiction) -> [String] {
        let lines =
            (notes[jurisdiction.code] ?? []).map { line($0) }
            + habits(jurisdiction).map { "- *The decoder's table*: \($0)" }
        return lines.isEmpty ? [] : ["**\(jurisdiction.name)**", ""] + lines + [""]
    }

    private func line(_ note: IssuerNote) -> String {
        let unseen = note.unseen == true ? " the standard; no payload is public." : ""
        let text = (note.known ?? "*Assumed:*" + unseen) + (note.assumed.map { " " + $0 } ?? "")
        let sources = (note.sources ?? []).joined(separator: ", ")
        let fixtures = (note.fixtures ?? []).joined(separator: " ")
        return "- \(text)" + (sources.isEmpty ? "" : " (\(sources))")
            + (fixtures.isEmpty ? "" : " \(fixtures)")
    }

    private func habits(_ jurisdiction: Jurisdiction) -> [String] {
        let habits = NameHabits.of(jurisdiction)
        var lines: [String] = []
        switch habits.fullName {
        case .familyNameLastInWords?:
            lines.append("the full name's last word is the family name, where blanks separate it.")
        case .familyNameLast?:
            lines.append("the full name's last part is the family name; a warning says that it is in doubt.")
        case nil: break
        }
        if habits.middleInFirstName {
            lines.append("what follows the first name is the middle name; in doubt unless it is an initial.")
        }
        if RecordReader.yearFirst.contains(jurisdiction.code) {
            lines.append("dates that begin with the year are no damage in any version.")
        }
        return lines
    }
}
