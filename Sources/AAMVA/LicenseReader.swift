/// A record's values as text, names, dates and codes.
///
/// It knows where the values are; the bytes come as an argument, so that nothing is copied and nothing counted.
struct LicenseReader {
    private(set) var values = CardValues()
    let isStripe: Bool

    @inline(__always)
    init(_ record: borrowing Record) {
        if case .magneticStripe = record.layout { isStripe = true } else { isStripe = false }
        values.take(elementsOf: record)
    }

    /// `nil` for a value that is absent, blank or a sentinel.
    @inline(__always)
    func told(_ value: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
        value.isEmpty || bytes.isSentinel(value) ? nil : value
    }

    /// The value as a person would write it: no trailing commas, runs of blanks folded.
    func text(_ range: Range<Int>, _ bytes: Span<UInt8>, _ texts: inout LicenseTexts) -> LicenseText? {
        guard let range = told(withoutCommas(range, bytes), bytes) else { return nil }
        return bytes.isFolded(range) ? .scanned(range) : texts.write(bytes.foldedText(range))
    }

    /// Whether `text` gives one.
    func isText(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        told(withoutCommas(range, bytes), bytes) != nil
    }

    @inline(__always)
    private func withoutCommas(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
        var range = bytes.trimmed(range)
        while let last = range.last, bytes[last] == Byte.comma { range = bytes.trimmed(range.dropLast()) }
        return range
    }

    // MARK: Codes

    func kind(_ record: borrowing Record) -> License.Kind {
        if isStripe { return stripeKind(record) }
        let elements = record.elements.span
        for index in elements.indices where !elements[index].subfile.isJurisdictionSpecific {
            if elements[index].subfile != .identificationCard { return .driverLicense }
        }
        return .identificationCard
    }

    /// A stripe doesn't name its card. British Columbia's does by the letter of its serial, which ends track 3; where that is
    /// missing, by the number: licences have seven digits, Services Cards and identification cards nine.
    private func stripeKind(_ record: borrowing Record) -> License.Kind {
        let bytes = record.bytes.span
        if let serial = told(values.documentDiscriminator, bytes),
            let kind = StripeSerial.letter(bytes, serial).flatMap({ StripeSerial.kind($0) })
        {
            return kind
        }
        guard let issuer = record.issuer, StripeReader.columbianIssuers.contains(issuer) else {
            return .driverLicense
        }
        return told(values.number, bytes)?.count == 9 ? .identificationCard : .driverLicense
    }

    /// By DCG, else by the address; only for issuers that are unknown.
    func country(_ bytes: Span<UInt8>, _ texts: borrowing LicenseTexts) -> Jurisdiction.Country? {
        switch bytes.text(withoutCommas(values.country, bytes)).uppercased() {
        case "USA": .unitedStates
        case "CAN", "CDN": .canada
        case "MEX": .mexico
        default: texts.province.flatMap { Jurisdiction.coded(texts.string($0, bytes))?.country }
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
    func number(
        _ record: borrowing Record, issuer: Jurisdiction?, _ texts: inout LicenseTexts
    ) -> LicenseText? {
        let bytes = record.bytes.span
        guard let value = told(values.number, bytes) else { return nil }
        guard isStripe else {
            return isCompact(value, bytes) ? .scanned(value) : texts.write(compact(value, bytes))
        }
        // The digits that didn't fit before the dates belong to it.
        let overflow = record.elements.first { $0.id == .numberOverflow }.map { bytes.text($0.value) } ?? ""
        return texts.write(StripeNumber.text(compact(value, bytes) + overflow, issuer: issuer))
    }

    private func isCompact(_ value: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        value.allSatisfy { index in
            let byte = bytes[index]
            return byte.isDigit || byte.isUppercase
                || byte.isPrintableASCII && !byte.isLetter && byte != Byte.space && byte != Byte.hyphen
        }
    }

    private func compact(_ value: Range<Int>, _ bytes: Span<UInt8>) -> String {
        bytes.text(value).uppercased().filter { $0 != " " && $0 != "-" }
    }
}
