/// A document that customers present and that is no licence, told by how its data begins.
public enum OtherDocument: Hashable, Sendable, CaseIterable {
    /// An airline's boarding pass.
    case boardingPass
    /// A carrier's label on a parcel.
    case parcelLabel
    /// A payment card's magnetic stripe.
    case paymentCard
    /// A passport's, a visa's or an identity card's machine-readable zone.
    case travelDocument
    /// A licence on a telephone, whose code only opens a connection.
    case mobileLicence
    /// A vaccination or test record.
    case healthRecord
    /// The identification card of the United States' armed forces.
    case militaryCard
}

extension OtherDocument {
    /// - Parameter text: the payload without blanks and controls at its ends; not empty.
    init?(_ bytes: Span<UInt8>, _ text: Range<Int>) {
        if Self.isBoardingPass(bytes, text) {
            self = .boardingPass
        } else if Self.isParcelLabel(bytes, text) {
            self = .parcelLabel
        } else if Self.isPaymentCard(bytes, text) {
            self = .paymentCard
        } else if Self.isTravelDocument(bytes, text) {
            self = .travelDocument
        } else if bytes.spells("MDOC:", at: text.lowerBound) {
            // ISO/IEC 18013-5, "Device engagement by QR code".
            self = .mobileLicence
        } else if bytes.spells("SHC:/", at: text.lowerBound) || bytes.spells("HC1:", at: text.lowerBound) {
            // SMART Health Cards Framework, "Encoding chunks as QR codes"; the European Union's eHealth Network, HCERT.
            self = .healthRecord
        } else if Self.isMilitaryCard(bytes, text) {
            self = .militaryCard
        } else {
            return nil
        }
    }

    /// `M`, one to four legs, a name of 20 columns, `E` or a blank, a booking code of 7, two airports and an airline of 3 each, a
    /// flight of 5, and the day of the year.
    ///
    /// Source: IATA Resolution 792, "Bar coded boarding pass", mandatory items.
    private static func isBoardingPass(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        let start = text.lowerBound
        guard text.count >= 47, bytes[start].uppercased == UInt8(ascii: "M"),
            (1...4).contains(bytes.number(start + 1, digits: 1) ?? 0),
            [UInt8(ascii: "E"), Byte.space].contains(bytes[start + 22].uppercased)
        else { return false }
        return (start + 30..<start + 36).allSatisfy { bytes[$0].isLetter }
            && (1...366).contains(bytes.number(start + 44, digits: 3) ?? 0)
    }

    /// `[)>` and format 01, which carriers use, the record separator between them perhaps lost.
    ///
    /// Source: ISO/IEC 15434, "Message header" and "Format 01, transportation".
    private static func isParcelLabel(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        guard bytes.spells("[)>", at: text.lowerBound) else { return false }
        var format = text.lowerBound + 3
        while format < text.upperBound, !bytes[format].isDigit, format < text.lowerBound + 6 { format += 1 }
        return bytes.spells("01", at: format) && !(format + 2 < text.upperBound && bytes[format + 2].isLetter)
    }

    /// Track 1 as `%B`, twelve or more digits, `^`; track 2 as `;`, as many digits, `=` and seven more.
    ///
    /// Source: ISO/IEC 7813, "Track 1, format B" and "Track 2".
    private static func isPaymentCard(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        let isFirst = bytes.spells("%B", at: text.lowerBound)
        guard isFirst || bytes[text.lowerBound] == Byte.semicolon else { return false }
        let start = text.lowerBound + (isFirst ? 2 : 1)
        let end = start + bytes.digitRun(at: start)
        guard (12...19).contains(end - start), end < text.upperBound else { return false }
        return isFirst
            ? bytes[end] == Byte.caret
            : bytes[end] == UInt8(ascii: "=") && bytes.digitRun(at: end + 1) >= 7
    }

    /// Two lines of 44 or 36 characters or three of 30: capital letters, digits and `<`, two of these in a row among them.
    ///
    /// Source: ICAO Doc 9303, parts 4 to 7, "Machine readable zone".
    private static func isTravelDocument(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        var count = 0
        var hasFiller = false
        for index in text where !bytes[index].isLineEnd {
            let isSign = bytes[index] == UInt8(ascii: "<")
            guard isSign || bytes[index].isLetter || bytes[index].isDigit else { return false }
            hasFiller =
                hasFiller || isSign && bytes[index - (index > text.lowerBound ? 1 : 0)] == bytes[index]
            count += 1
        }
        let kinds: StaticString = "PVIAC"
        return [88, 72, 90].contains(count) && hasFiller && kinds.contains(bytes[text.lowerBound].uppercased)
    }

    /// Two identifiers in digits of base 32 (1 + 6 + 1 + 7 columns), a first name of 20 columns and a family name of 26.
    ///
    /// Source: Department of Defense, "Common Access Card bar codes", PDF417.
    private static func isMilitaryCard(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
        let start = text.lowerBound
        guard (80...99).contains(text.count) else { return false }
        let identifiers = start..<start + 15
        let names = start + 15..<start + 61
        return identifiers.allSatisfy { bytes[$0].isDigit || (0x41...0x56).contains(bytes[$0].uppercased) }
            && identifiers.contains { bytes[$0].isDigit } && bytes[names.lowerBound].isLetter
            && bytes[start + 34] == Byte.space && bytes[start + 35].isLetter
            && bytes[start + 60] == Byte.space
            && names.allSatisfy { !bytes[$0].isDigit && bytes[$0].isPrintableASCII }
    }
}
