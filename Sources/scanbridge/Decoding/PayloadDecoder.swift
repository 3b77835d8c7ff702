import AAMVA
import Scanning

/// Decodes whole payloads as the daemon would, for the `decode` command.
struct PayloadDecoder {
    enum Format: String, CaseIterable {
        case applicant
        case record
        case explain
    }

    let format: Format
    let today: Today
    /// Whether an applicant is followed by the whole document.
    let document: Bool

    /// One result for each record of a payload, in order; at least one.
    func results(_ payload: [UInt8]) -> [DecodedRecord] {
        let outcome = RecordDecoder.decode(payload)
        switch outcome {
        case .nothing: return [.failed(.unreadable(received: payload.count), PayloadShape(payload))]
        case .notLicence(let error): return [.failed(error, PayloadShape(payload))]
        case .record, .records: return Self.withFragments(outcome.results, of: payload)
        }
    }

    private static func withFragments(
        _ results: [Result<Record, DecodeError>], of payload: [UInt8]
    ) -> [DecodedRecord] {
        let isCut = results.contains { if case .failure(.truncated) = $0 { true } else { false } }
        let fragments = isCut ? RecordDecoder.fragments(of: payload).results : []
        guard !fragments.isEmpty else {
            let shape = results.count == 1 ? PayloadShape(payload) : nil
            return results.map { DecodedRecord($0, shape: shape) }
        }
        return zip(results, fragments).map { DecodedRecord($0, fragment: try? $1.get()) }
    }

    /// A result as one line, or as several for people.
    struct Answer {
        let text: String
        /// Why there is no record or applicant; `nil` where there is.
        var failure: ScanFailure?
        /// The text says more than the failure: it explains it, or shows a record that was cut.
        var isExplained = false
    }

    func render(_ result: DecodedRecord) -> Answer {
        switch result {
        case .whole(let record): render(record)
        case .failed(let error, let shape): render(error, shape)
        case .cut(let fragment, let error): render(fragment, cut: error)
        }
    }

    private func render(_ record: Record) -> Answer {
        switch format {
        case .applicant: renderApplicant(record)
        case .record: Answer(text: RecordText(record).json())
        case .explain: Answer(text: RecordText(record).explanation(today: today))
        }
    }

    /// A cut record makes no applicant; its elements are shown to whoever looks into it.
    private func render(_ fragment: Record, cut error: DecodeError) -> Answer {
        let failure = ScanFailure(error)
        switch format {
        case .applicant:
            guard fragment.mayBeAll, case .failed(let missing) = resolution(of: fragment) else {
                return render(failure)
            }
            return render(missing)
        case .record:
            return Answer(
                text: RecordText(fragment).json(failure: failure), failure: failure, isExplained: true)
        case .explain:
            let lines = FailureText(error: error).lines + RecordText(fragment).scanned
            return Answer(text: lines.joined(separator: "\n"), failure: failure, isExplained: true)
        }
    }

    private func render(_ error: DecodeError, _ shape: PayloadShape?) -> Answer {
        let failure = ScanFailure(error)
        guard format == .explain else { return render(failure) }
        let text = FailureText(error: error, shape: shape).lines.joined(separator: "\n")
        return Answer(text: text, failure: failure, isExplained: true)
    }

    private func render(_ failure: ScanFailure) -> Answer {
        Answer(text: Self.error(failure.reason.rawValue, failure.message), failure: failure)
    }

    /// `{"error":{"code":…,"message":…}}`.
    static func error(_ code: String, _ message: String) -> String {
        var json = JSONWriter()
        json.object { $0.error(code, message) }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func resolution(of record: Record) -> Resolution {
        ApplicantReading.resolve(record, settings: ApplicantSettings(), today: today, document: document)
    }

    private func renderApplicant(_ record: Record) -> Answer {
        switch resolution(of: record) {
        case .failed(let failure): return render(failure)
        case .applicant(let applicant, _, let document, let warnings):
            var json = JSONWriter()
            json.object {
                $0.key("applicant")
                $0.applicant(applicant)
                if let document {
                    $0.key("document")
                    $0.document(document)
                }
                $0.key("warnings")
                $0.warnings(warnings)
            }
            return Answer(text: String(decoding: json.bytes, as: UTF8.self))
        }
    }
}

extension Record {
    /// Whether what looks cut may be all that there is: it ends with a whole line, or its directory tells of more than any
    /// symbol holds.
    fileprivate var mayBeAll: Bool {
        guard case .aamva(let header) = layout else { return false }
        return bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r")
            || header.directory.contains { $0.offset + $0.length > RecordDecoder.limit }
    }
}

extension JSONWriter {
    /// The member `error`.
    mutating func error(_ code: String, _ message: String) {
        key("error")
        object {
            $0.member("code", code)
            $0.member("message", message)
        }
    }
}
