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

    func definition(_ element: Element) -> ElementDefinition? {
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
}
