/// Why a payload yields no record.
///
/// Each case is the till protocol's reason of the same meaning; counts are bytes, and nothing quotes the payload.
public enum DecodeError: Error, Hashable, Sendable {
    /// The bytes end before the record does. `expected` is the directory's total where it is known.
    case truncated(received: Int, expected: Int?)
    /// No licence layout was found.
    case unreadable(received: Int)
    /// Two readings fit, and choosing one would be a guess. `element` is where they part.
    case ambiguous(element: ElementID?)
    /// More bytes than any licence holds.
    case tooLong(received: Int, limit: Int)
    /// The card's small 1-D code was read instead of its PDF417.
    case wrongBarcode
    /// An AAMVA vehicle document, such as a registration or a title.
    case vehicleDocument(SubfileType)
    /// ISO/IEC 18013-2 compact encoding.
    case compactEncoding
    /// The scanner sends parsed fields instead of the barcode's text.
    case parsedMode
    /// Another document, such as a boarding pass; `nil` for one that isn't known.
    case otherDocument(OtherDocument?)
}
