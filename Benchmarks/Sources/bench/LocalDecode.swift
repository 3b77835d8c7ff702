import AAMVA
import Scanning

/// The daemon's way of a licence without its devices and sockets: record, applicant, line.
struct LocalDecode {
    private let today: Today
    private let scan = ScanID.random()

    init() {
        guard let day = CalendarDate(year: 2022, month: 6, day: 15) else {
            preconditionFailure("the calendar has that day")
        }
        today = Today(day)
    }

    func line(_ payload: [UInt8]) -> [UInt8] {
        guard let record = record(payload) else { return [] }
        return line(of: resolution(record))
    }

    func record(_ payload: [UInt8]) -> Record? {
        var decoder = RecordDecoder()
        guard decoder.push(payload) == payload.count, case .record(.success(let record)) = decoder.finish()
        else { return nil }
        return record
    }

    func resolution(_ record: Record) -> Resolution {
        ApplicantReading.resolve(record, settings: ApplicantSettings(), today: today, document: false)
    }

    /// Takes the resolution over, as nothing else wants it: a copy would be the benchmark's own.
    func line(of resolution: consuming Resolution) -> [UInt8] {
        guard case .applicant(let applicant, let source, let document, let warnings) = consume resolution
        else {
            return []
        }
        let line = TillMessage.ApplicantLine(
            scan: scan, scanner: "/dev/ttyACM0", at: Timestamp(milliseconds: 1_781_500_000_000),
            source: source, applicant: applicant, document: document, warnings: warnings)
        return TillMessage.applicant(line).line(options: TillMessage.LineOptions(sequence: 1))
    }
}
