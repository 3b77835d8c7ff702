/// A record's values as text, names, dates and codes.
///
/// It knows where the values are; the bytes come as an argument, so that nothing is copied and nothing counted.
struct LicenseReader {
    let values: CardValues
    let isStripe: Bool

    init(_ record: borrowing Record) {
        if case .magneticStripe = record.layout { isStripe = true } else { isStripe = false }
        values = CardValues(record.elements.span, record.bytes.span)
    }

    /// `nil` for a value that is absent, blank or a sentinel.
    func told(_ value: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
        value.isEmpty || bytes.isSentinel(value) ? nil : value
    }

    /// The value as a person would write it: no trailing commas, runs of blanks folded.
    func text(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String? {
        var range = bytes.trimmed(range)
        while let last = range.last, bytes[last] == Byte.comma { range = bytes.trimmed(range.dropLast()) }
        guard !range.isEmpty, !bytes.isSentinel(range) else { return nil }
        var wasBlank = false
        for index in range {
            let isBlank = bytes[index] == Byte.space
            if isBlank, wasBlank { return bytes.text(range).split(separator: " ").joined(separator: " ") }
            wasBlank = isBlank
        }
        return bytes.text(range)
    }

    // MARK: Codes

    func kind(_ record: borrowing Record) -> License.Kind {
        if isStripe { return stripeKind(record.bytes.span) }
        let elements = record.elements.span
        for index in elements.indices where !elements[index].subfile.isJurisdictionSpecific {
            if elements[index].subfile != .identificationCard { return .driverLicense }
        }
        return .identificationCard
    }

    /// A stripe doesn't name its card. British Columbia numbers licences with seven digits, Services Cards and
    /// identification cards with nine; the letter of the card's serial, in track 3's last eleven columns, tells as well.
    private func stripeKind(_ bytes: Span<UInt8>) -> License.Kind {
        guard let serial = told(values.documentDiscriminator, bytes) else { return .driverLicense }
        if serial.count == 11, bytes.digitRun(at: serial.lowerBound + 3) == 8,
            Self.identificationSerials.contains(bytes[serial.lowerBound + 2])
        {
            return .identificationCard
        }
        return told(values.number, bytes)?.count == 9 ? .identificationCard : .driverLicense
    }

    /// British Columbia's serials: C the Services Card without licence, Y the identification card (S and K are
    /// licences, alone and combined).
    ///
    /// Source: fixtures of British Columbia's own wallet application.
    private static let identificationSerials: [UInt8] = [UInt8(ascii: "C"), UInt8(ascii: "Y")]

    /// By DCG, else by the address; only for issuers that are unknown.
    func country(_ bytes: Span<UInt8>) -> Jurisdiction.Country? {
        switch text(values.country, bytes)?.uppercased() {
        case "USA": .unitedStates
        case "CAN", "CDN": .canada
        case "MEX": .mexico
        default: address(bytes).province.flatMap { Jurisdiction.coded($0)?.country }
        }
    }

    func truncatedNames(_ record: borrowing Record) -> [ElementID] {
        let bytes = record.bytes.span
        if isStripe { return cutStripeName(record).map { [$0] } ?? [] }
        var names: [ElementID] = []
        if isTruncated(values.familyNameTruncation, bytes) { names.append(.familyName) }
        if isTruncated(values.firstNameTruncation, bytes) { names.append(.firstName) }
        if isTruncated(values.middleNameTruncation, bytes) { names.append(.middleName) }
        return names
    }

    private func isTruncated(_ flag: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        told(flag, bytes).map { bytes[$0.lowerBound].uppercased == UInt8(ascii: "T") } ?? false
    }

    /// The name at the end of a stripe's, where that fills all of its columns.
    private func cutStripeName(_ record: borrowing Record) -> ElementID? {
        guard let family = record.element(.familyName)?.value, let given = record.element(.givenNames)?.value,
            given.upperBound - family.lowerBound >= StripeReader.longestName
        else { return nil }
        let bytes = record.bytes.span
        guard let names = told(values.givenNames, bytes) else { return .familyName }
        let isSeveral = names.contains { bytes[$0] == Byte.space || bytes[$0] == Byte.dollar }
        return isSeveral ? .middleName : .firstName
    }

    // MARK: Number

    /// Upper case, without blanks and hyphens.
    func number(_ record: borrowing Record, issuer: Jurisdiction?) -> String? {
        let bytes = record.bytes.span
        guard let value = told(values.number, bytes) else { return nil }
        let plain = compact(value, bytes)
        guard isStripe, let issuer, issuer.accepts(number: plain) == false else { return plain }
        let decoded = letterDecoded(value, record)
        return decoded.flatMap { issuer.accepts(number: $0) == true ? $0 : nil } ?? plain
    }

    private func compact(_ value: Range<Int>, _ bytes: Span<UInt8>) -> String {
        guard value.allSatisfy({ bytes[$0].isPrintableASCII }) else {
            return bytes.text(value).uppercased().filter { $0 != " " && $0 != "-" }
        }
        return String(unsafeUninitializedCapacity: value.count) { buffer in
            var count = 0
            for index in value where bytes[index] != Byte.space && bytes[index] != Byte.hyphen {
                buffer[count] = bytes[index].uppercased
                count += 1
            }
            return count
        }
    }

    /// A stripe has digits only: a leading letter is written as 01 to 26, and what doesn't fit follows the dates.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex F, "Track 2".
    private func letterDecoded(_ value: Range<Int>, _ record: borrowing Record) -> String? {
        let bytes = record.bytes.span
        guard let letter = bytes.number(value.lowerBound, digits: 2), (1...26).contains(letter) else {
            return nil
        }
        let overflow = record.elements.first { $0.id == .numberOverflow }.map { bytes.text($0.value) } ?? ""
        let rest = bytes.text(value.lowerBound + 2..<value.upperBound)
        return String(Unicode.Scalar(UInt8(0x40 + letter))) + rest + overflow
    }
}
