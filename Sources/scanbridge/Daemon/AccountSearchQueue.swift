import Scanning

/// Applicants whose accounts are to be searched, on their way from the sessions to the service that does it.
struct AccountSearchQueue: Sendable {
    struct Search: Sendable {
        let applicant: Applicant
        let scan: ScanID
        let scanner: String
    }

    /// More than this many wait only where nobody takes them; then the newest matter.
    private static let limit = 64

    let searches: AsyncStream<Search>
    private let queue: AsyncStream<Search>.Continuation

    init() {
        (searches, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.limit))
    }

    func add(_ line: TillMessage.ApplicantLine) {
        queue.yield(Search(applicant: line.applicant, scan: line.scan, scanner: line.scanner))
    }
}
