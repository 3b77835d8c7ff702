import AAMVA
import Scanning

/// What a support technician needs to settle a ticket, in lines of at most a hundred columns.
extension RecordText {
    /// Header, every element with its meaning, what was repaired, and what the till gets.
    func explanation(today: Today) -> String {
        (scanned + tillLines(today)).joined(separator: "\n")
    }

    /// Header, every element with its meaning, and what was repaired.
    var scanned: [String] { headerLines + elementLines + findingLines }

    // MARK: Header

    private var headerLines: [String] {
        var lines = ["payload      \(record.bytes.count) bytes: \(layoutName)", "issuer       \(issuerName)"]
        guard case .aamva(let header) = record.layout else { return lines }
        lines.append("version      \(versionName(header))")
        if header.directory.isEmpty { return lines + ["directory    none that can be read"] }
        for (index, entry) in header.directory.enumerated() {
            let title = index == 0 ? "directory" : ""
            let declared = "\(entry.type.code) at \(entry.offset), \(entry.length) bytes"
            lines.append(title.padded(to: 13) + declared.padded(to: 28) + found(entry))
        }
        return lines
    }

    private var layoutName: String {
        switch record.layout {
        case .aamva(let header):
            "a licence by the AAMVA standard, file type \(header.fileType == .ansi ? "ANSI" : "AAMVA")"
        case .magneticStripe: "the text of a licence's magnetic stripe"
        }
    }

    private var issuerName: String {
        guard let number = record.issuer else { return "unreadable" }
        guard let issuer = Jurisdiction.issuing(number) else {
            return "\(number.digits), in no list of issuers"
        }
        return "\(number.digits) \(issuer.name) (\(issuer.code), \(issuer.country.rawValue))"
    }

    private func versionName(_ header: Header) -> String {
        guard let version = header.version else { return "unreadable" }
        let edition =
            header.edition.map { "edition of \($0)" }
            ?? (version == 0 ? "before the first edition" : "newer than any known edition")
        let own = header.jurisdictionVersion.map { ", the jurisdiction's own version \($0)" } ?? ""
        return "\(version), \(edition)\(own)"
    }

    /// Where a subfile of the directory was found, against what the directory says.
    private func found(_ entry: SubfileDesignator) -> String {
        for finding in record.findings {
            switch finding {
            case .lengthMismatch(entry.type, entry.offset, let offset, entry.length, let length):
                return "found at \(offset), \(length) bytes"
            case .missingSubfile(entry.type): return "not found"
            default: continue
            }
        }
        return "found there"
    }

    // MARK: Elements

    private var elementLines: [String] {
        guard !record.elements.isEmpty else { return ["elements     none"] }
        return ["elements", "  byte  in  id   meaning                              as scanned"]
            + record.elements.flatMap(lines(of:))
    }

    private func lines(of element: Element) -> [String] {
        let item = Document.Item(element, of: record)
        let isOwn = element.subfile.isJurisdictionSpecific
        let name = isOwn ? "the jurisdiction's own" : definition(element)?.name ?? "not of the standard"
        let place = String(element.value.lowerBound)
        let head =
            String(repeating: " ", count: max(0, 6 - place.count)) + place
            + "  \(element.subfile.code)  \(element.id.code)  \(name.padded(to: 35))  "
        guard let item else { return [head + "(withheld)"] }
        let scanned = record.text(of: element).shown
        let value = item.value.flatMap { $0 == item.text || isOwn ? nil : " = " + $0 } ?? ""
        return (scanned + value).wrapped(after: head)
    }

    // MARK: Findings and the till

    private var findingLines: [String] {
        guard !record.findings.isEmpty else { return ["nothing differs from the standard"] }
        return ["what differs from the standard"]
            + record.findings.flatMap { $0.sentence.wrapped(after: "  ") }
    }

    private func tillLines(_ today: Today) -> [String] {
        switch ApplicantReading.resolve(record, settings: ApplicantSettings(), today: today, document: false)
        {
        case .failed(let failure):
            return "no applicant (\(failure.reason.rawValue)): \(failure.message)".wrapped(after: "")
        case .applicant(let applicant, _, _, let warnings):
            let fields = Applicant.Field.allCases.flatMap { field in
                applicant[field].map { $0.wrapped(after: "  " + field.rawValue.padded(to: 16)) } ?? []
            }
            let notes = warnings.flatMap { warning in
                let field = warning.field.map { " (\($0.rawValue))" } ?? ""
                return "\(warning.code.rawValue)\(field): \(warning.message)".wrapped(after: "  ")
            }
            return ["what the till gets: an applicant"] + fields
                + (notes.isEmpty ? ["no warnings"] : ["warnings"] + notes)
        }
    }
}
