/// A line from the daemon to a till, before it is written as JSON.
///
/// Source: `docs/till-protocol.md`, "Lines from the daemon".
public enum TillMessage: Sendable {
    case hello(Hello)
    case reading(scan: ScanID, scanner: String, at: Timestamp)
    case applicant(ApplicantLine)
    case scanFailed(scan: ScanID, scanner: String, at: Timestamp, failure: ScanFailure)
    case repeated(scan: ScanID, scanner: String, at: Timestamp, of: ScanID)
    case barcode(scan: ScanID, scanner: String, at: Timestamp, barcode: Barcode)
    case accounts(AccountsLine)
    case scannerAdded(ScannerStatus, at: Timestamp)
    case scannerRemoved(ScannerStatus, at: Timestamp)
    case scannerError(ScannerFault, at: Timestamp)
    case status(StatusReport, id: String?)
    case response(CallOutcome, id: String?)
    case error(RequestFault, id: String?)
    case bye(Farewell)

    public struct Hello: Sendable {
        public var version: String
        /// 32 hexadecimal digits, new at each start of the daemon.
        public var instance: ScanID
        /// The last number issued on this socket.
        public var sequence: UInt64
        public var scanners: [ScannerStatus]

        public init(version: String, instance: ScanID, sequence: UInt64, scanners: [ScannerStatus]) {
            self.version = version
            self.instance = instance
            self.sequence = sequence
            self.scanners = scanners
        }
    }

    public struct ApplicantLine: Sendable {
        public enum Source: String, Sendable {
            case local
            case remote
        }

        public var scan: ScanID
        public var scanner: String
        public var at: Timestamp
        public var source: Source
        public var applicant: Applicant
        /// Every decoded element, for sockets whose `document` is true; `nil` where none asks for it.
        public var document: Document?
        public var warnings: [ApplicantWarning]

        public init(
            scan: ScanID, scanner: String, at: Timestamp, source: Source, applicant: Applicant,
            document: Document?, warnings: [ApplicantWarning]
        ) {
            self.scan = scan
            self.scanner = scanner
            self.at = at
            self.source = source
            self.applicant = applicant
            self.document = document
            self.warnings = warnings
        }
    }

    /// The accounts that the POS API has for a scan's applicant.
    public struct AccountsLine: Sendable {
        public var scan: ScanID
        /// Where the scan was made; the line itself doesn't tell.
        public var scanner: String
        public var at: Timestamp
        /// A result is a JSON array of account objects.
        public var accounts: CallOutcome

        public init(scan: ScanID, scanner: String, at: Timestamp, accounts: CallOutcome) {
            self.scan = scan
            self.scanner = scanner
            self.at = at
            self.accounts = accounts
        }
    }

    /// The protocol's `scanner_error`.
    public struct ScannerFault: Hashable, Sendable {
        public enum Reason: String, Hashable, Sendable {
            case permission
            case busy
            case notFound = "not_found"
            case io
            case noVirtualKeyboard = "no_virtual_keyboard"
        }

        public var scanner: String
        public var reason: Reason
        public var message: String

        public init(scanner: String, reason: Reason, message: String) {
            self.scanner = scanner
            self.reason = reason
            self.message = message
        }
    }

    /// The protocol's `error`.
    public struct RequestFault: Hashable, Sendable {
        public enum Code: String, Hashable, Sendable {
            case badJSON = "bad_json"
            case badRequest = "bad_request"
            case unknownType = "unknown_type"
            case notAllowed = "not_allowed"
            case rateLimited = "rate_limited"
        }

        public var code: Code
        public var message: String

        public init(_ code: Code, message: String) {
            self.code = code
            self.message = message
        }
    }

    /// The protocol's `bye`.
    public struct Farewell: Hashable, Sendable {
        public enum Reason: String, Hashable, Sendable {
            case shutdown
            case denied
            case tooSlow = "too_slow"
            case tooMany = "too_many"
            case badRequest = "bad_request"
        }

        public var reason: Reason
        public var message: String

        public init(_ reason: Reason, message: String) {
            self.reason = reason
            self.message = message
        }
    }
}

extension TillMessage {
    /// The scan that the line tells of.
    public var scan: ScanID? {
        switch self {
        case .reading(let scan, _, _), .scanFailed(let scan, _, _, _), .repeated(let scan, _, _, _),
            .barcode(let scan, _, _, _):
            scan
        case .applicant(let line): line.scan
        case .accounts(let line): line.scan
        default: nil
        }
    }

    /// The name of the scanner that the line tells of.
    public var scanner: String? {
        switch self {
        case .reading(_, let scanner, _), .scanFailed(_, let scanner, _, _), .repeated(_, let scanner, _, _),
            .barcode(_, let scanner, _, _):
            scanner
        case .applicant(let line): line.scanner
        case .accounts(let line): line.scanner
        case .scannerAdded(let status, _), .scannerRemoved(let status, _): status.name
        case .scannerError(let fault, _): fault.scanner
        default: nil
        }
    }
}
