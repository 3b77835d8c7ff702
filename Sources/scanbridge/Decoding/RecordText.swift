import AAMVA
import Scanning

/// A record as it was scanned, in JSON and for people. Social security and health numbers are left out of both.
struct RecordText {
    let record: Record
    private let version: Int?

    init(_ record: Record) {
        self.record = record
        if case .aamva(let header) = record.layout { version = header.version } else { version = nil }
    }

    private func definition(_ element: Element) -> ElementDefinition? {
        element.subfile.isJurisdictionSpecific ? nil : ElementDefinition.of(element.id, version: version)
    }

    /// `{"header":{…},"subfiles":[…],"elements":[…],"findings":[…]}` on one line.
    ///
    /// - Parameter failure: why no applicant may be made of it, as the member `error`.
    func json(failure: ScanFailure? = nil) -> String {
        var json = JSONWriter()
        json.object { object in
            if let failure { object.error(failure.reason.rawValue, failure.message) }
            object.key("header")
            writeHeader(to: &object)
            object.key("subfiles")
            object.array { list in
                for type in subfiles { list.string(type.code) }
            }
            object.key("elements")
            object.array { list in
                for element in record.elements { write(element, to: &list) }
            }
            object.key("findings")
            object.array { list in
                for finding in record.findings { list.string(finding.sentence) }
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// The types of the subfiles found, in the order of their first elements.
    private var subfiles: [SubfileType] {
        record.elements.reduce(into: []) { types, element in
            if types.last != element.subfile { types.append(element.subfile) }
        }
    }

    private func writeHeader(to json: inout JSONWriter) {
        json.object {
            switch record.layout {
            case .magneticStripe(let issuer):
                $0.member("layout", "stripe")
                $0.member("issuer", ifPresent: issuer?.digits)
            case .aamva(let header):
                $0.member("layout", "aamva")
                $0.member("file_type", header.fileType == .ansi ? "ANSI" : "AAMVA")
                $0.member("issuer", ifPresent: header.issuer?.digits)
                $0.member("version", ifPresent: header.version)
                $0.member("jurisdiction_version", ifPresent: header.jurisdictionVersion)
                $0.member("entries", ifPresent: header.entries)
                $0.key("directory")
                $0.array { list in
                    for entry in header.directory {
                        list.object {
                            $0.member("type", entry.type.code)
                            $0.member("offset", entry.offset)
                            $0.member("length", entry.length)
                        }
                    }
                }
            }
        }
    }

    private func write(_ element: Element, to json: inout JSONWriter) {
        json.object {
            $0.member("id", element.id.code)
            $0.member("subfile", element.subfile.code)
            if definition(element)?.isRedacted == true {
                $0.member("redacted", true)
            } else {
                $0.member("value", record.text(of: element))
            }
        }
    }

    /// What a support technician needs: header, every element with its meaning, what was repaired, and the applicant.
    func explanation(today: Today) -> String {
        (scanned + applicantLines(today)).joined(separator: "\n")
    }

    /// Header, every element with its meaning, and what was repaired.
    var scanned: [String] {
        var lines = headerLines
        lines.append("elements")
        for element in record.elements {
            let definition = definition(element)
            let isRedacted = definition?.isRedacted == true
            let value = isRedacted ? "(withheld)" : record.text(of: element).shown
            let name =
                definition?.name
                ?? (element.subfile.isJurisdictionSpecific ? "the jurisdiction's own" : "unknown")
            lines.append("  \(element.subfile.code) \(element.id.code)  \(name.padded(to: 40)) \(value)")
        }
        lines.append(
            record.findings.isEmpty ? "nothing differs from the standard" : "what differs from the standard")
        lines += record.findings.map { "  \($0.sentence)" }
        return lines
    }

    private var headerLines: [String] {
        let issuer = record.issuer.map { number in
            "\(number.digits) " + (Jurisdiction.issuing(number)?.name ?? "(unknown issuer)")
        }
        switch record.layout {
        case .magneticStripe:
            return ["stripe text, issuer \(issuer ?? "unreadable")"]
        case .aamva(let header):
            let version = header.version.map(String.init) ?? "unreadable"
            let directory = header.directory.map { "\($0.type.code) at \($0.offset), \($0.length) bytes" }
            return [
                "AAMVA version \(version), issuer \(issuer ?? "unreadable")",
                "directory: " + (directory.isEmpty ? "none" : directory.joined(separator: "; ")),
            ]
        }
    }

    private func applicantLines(_ today: Today) -> [String] {
        switch ApplicantReading.resolve(record, settings: ApplicantSettings(), today: today, document: false)
        {
        case .failed(let failure):
            return ["no applicant (\(failure.reason.rawValue)): \(failure.message)"]
        case .applicant(let applicant, _, _, let warnings):
            let fields = Applicant.Field.allCases.compactMap { field in
                applicant[field].map { "  \(field.rawValue.padded(to: 16)) \($0)" }
            }
            let notes = warnings.map { warning in
                "  \(warning.code.rawValue)" + (warning.field.map { " (\($0.rawValue))" } ?? "")
                    + ": \(warning.message)"
            }
            return ["applicant"] + fields + (notes.isEmpty ? ["no warnings"] : ["warnings"] + notes)
        }
    }
}
