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
    func results(_ payload: [UInt8]) -> [Result<Record, DecodeError>] {
        switch RecordDecoder.decode(payload) {
        case .nothing: [.failure(.unreadable(received: payload.count))]
        case .notLicence(let error): [.failure(error)]
        case .records(let results): results
        }
    }

    /// A result as one line, or as several for people.
    struct Answer {
        let text: String
        /// Why there is no record or applicant; `nil` where there is.
        var failure: ScanFailure?
    }

    func render(_ result: Result<Record, DecodeError>) -> Answer {
        switch result {
        case .failure(let error): return render(ScanFailure(error))
        case .success(let record):
            switch format {
            case .applicant: return renderApplicant(record)
            case .record: return Answer(text: RecordText(record).json)
            case .explain: return Answer(text: RecordText(record).explanation(today: today))
            }
        }
    }

    func render(_ failure: ScanFailure) -> Answer {
        let text =
            format == .explain
            ? "not decoded (\(failure.reason.rawValue)): \(failure.message)"
            : Self.error(failure.reason.rawValue, failure.message)
        return Answer(text: text, failure: failure)
    }

    /// `{"error":{"code":…,"message":…}}`.
    static func error(_ code: String, _ message: String) -> String {
        var json = JSONWriter()
        json.object {
            $0.key("error")
            $0.object {
                $0.member("code", code)
                $0.member("message", message)
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func renderApplicant(_ record: Record) -> Answer {
        let resolution = ApplicantReading.resolve(
            record, settings: ApplicantSettings(), today: today, document: document)
        switch resolution {
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
