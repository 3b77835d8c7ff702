/// Why a scan could not be used: the protocol's reason, and a sentence that a cashier can act on.
public struct ScanFailure: Error, Hashable, Sendable {
    /// The protocol's `scan_failed` reasons.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        case truncated
        case unreadable
        case ambiguous
        case missingRequired = "missing_required"
        case tooLong = "too_long"
        case eventsDropped = "events_dropped"
        case unplugged
        case wrongBarcode = "wrong_barcode"
        case vehicleDocument = "vehicle_document"
        case compactEncoding = "compact_encoding"
        case parsedMode = "parsed_mode"
        case otherDocument = "other_document"
        case notAccepted = "not_accepted"
        case remoteUnavailable = "remote_unavailable"
    }

    public let reason: Reason
    public let message: String

    public init(_ reason: Reason, message: String) {
        self.reason = reason
        self.message = message
    }
}
