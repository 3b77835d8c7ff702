import AAMVA
import Scanning

/// Why a payload yields no record, for people: what it is, where it broke, and what to do next.
struct FailureText {
    let error: DecodeError
    /// What the payload looks like, where it is all of one thing.
    var shape: PayloadShape?

    var lines: [String] {
        let failure = ScanFailure(error)
        var lines = ["not decoded (\(failure.reason.rawValue))"]
        lines += what.wrapped(after: "  what it is   ")
        if let place { lines += place.wrapped(after: "  where        ") }
        lines += failure.message.wrapped(after: "  at the till  ")
        if let next { lines += next.wrapped(after: "  what next    ") }
        if let shape { lines += shape.lines }
        return lines
    }

    private var what: String {
        switch error {
        case .truncated(let received, let expected?) where expected > received:
            "a licence that was cut: \(received) bytes came, and its directory tells of \(expected)"
        case .truncated(let received, _): "a licence that was cut: only \(received) bytes came"
        case .unreadable(let received): "\(received) bytes without a licence's header, elements or stripe"
        case .ambiguous:
            "a licence whose separators or marks are lost, which can be read in more than one way"
        case .tooLong(let received, let limit):
            "\(received) bytes, more than the \(limit) that one scan may have"
        case .wrongBarcode: "the serial in a card's small 1-D code: one letter and eight digits"
        case .vehicleDocument(let type): "an AAMVA vehicle document, with a subfile \(type.code)"
        case .compactEncoding: "a licence in the compact encoding of ISO/IEC 18013-2, which is binary"
        case .parsedMode: "a licence's fields under names, not the text of its barcode"
        case .otherDocument(let document?): Self.name(document)
        case .otherDocument(nil): "an AAMVA document of another kind, without a licence's elements"
        }
    }

    private static func name(_ document: OtherDocument) -> String {
        switch document {
        case .boardingPass: "an airline's boarding pass by IATA Resolution 792"
        case .parcelLabel: "a carrier's label on a parcel by ISO/IEC 15434, format 01"
        case .paymentCard: "a payment card's magnetic stripe by ISO/IEC 7813"
        case .travelDocument: "the machine-readable zone of a travel document by ICAO Doc 9303"
        case .mobileLicence: "the device engagement of a mobile licence by ISO/IEC 18013-5"
        case .healthRecord: "a vaccination or test record (SMART Health Card or HCERT)"
        case .militaryCard: "a Common Access Card of the United States' armed forces"
        }
    }

    private var place: String? {
        switch error {
        case .truncated(let received, _): "at byte \(received), where the data ends"
        case .ambiguous(let element?):
            "at \(element.code), \(ElementDefinition.of(element, version: nil)?.name ?? "an element")"
        case .tooLong(_, let limit): "at byte \(limit)"
        default: nil
        }
    }

    private var next: String? {
        switch error {
        case .truncated:
            "scan a second card: if that is cut at another byte, the scanner pauses or loses keys; "
                + "if at the same, a suffix or a limit of the scanner ends its data"
        case .unreadable:
            "compare the shape below with a licence's beginning, `@` and `ANSI ` or `%` and two letters; "
                + "check that the scanner sends PDF417 as it is, without editing"
        case .ambiguous:
            "have the scanner send control characters, or set the keyboard layout that the machine uses"
        case .tooLong: "look for a scanner that sends without end, or whose suffix is missing"
        case .parsedMode: "in the scanner's manual, switch off driver's licence parsing, or choose raw output"
        case .compactEncoding, .wrongBarcode, .vehicleDocument, .otherDocument: nil
        }
    }
}
