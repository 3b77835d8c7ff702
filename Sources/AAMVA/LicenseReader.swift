/// A record's elements by identifier, as text and as values.
struct LicenseReader {
    let record: Record
    private let rows = ElementRows.shared
    /// One more than the index of each row's element; of several, the first that isn't blank.
    private var indices = InlineArray<128, UInt16>(repeating: 0)
    let isStripe: Bool

    init(_ record: Record) {
        self.record = record
        if case .magneticStripe = record.layout { isStripe = true } else { isStripe = false }
        let bytes = record.bytes.span
        for (index, element) in record.elements.enumerated() where !element.subfile.isJurisdictionSpecific {
            guard let row = rows[element.id] else { continue }
            let earlier = Int(indices[row]) - 1
            guard earlier < 0 || bytes.trimmed(record.elements[earlier].value).isEmpty else { continue }
            indices[row] = UInt16(truncatingIfNeeded: index + 1)
        }
    }

    /// The element's value without padding; `nil` where it is absent, blank or a sentinel.
    func value(_ id: ElementID) -> Range<Int>? {
        guard let row = rows[id], indices[row] > 0 else { return nil }
        let bytes = record.bytes.span
        let value = bytes.trimmed(record.elements[Int(indices[row]) - 1].value)
        return value.isEmpty || bytes.isSentinel(value) ? nil : value
    }

    /// The value as a person would write it: no trailing commas, runs of blanks folded.
    func text(_ id: ElementID) -> String? {
        value(id).flatMap { text($0) }
    }

    func text(_ range: Range<Int>) -> String? {
        let bytes = record.bytes.span
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

    /// The first element's text that isn't absent.
    func text(_ id: ElementID, or other: ElementID) -> String? { text(id) ?? text(other) }

    // MARK: Codes

    var kind: License.Kind {
        if isStripe { return stripeKind }
        for element in record.elements where !element.subfile.isJurisdictionSpecific {
            if element.subfile != .identificationCard { return .driverLicense }
        }
        return .identificationCard
    }

    /// A stripe doesn't name its card. British Columbia's does by the letter of its serial, which ends track 3; where that is
    /// missing, by the number: licences have seven digits, Services Cards and identification cards nine.
    private var stripeKind: License.Kind {
        guard record.issuer.map({ StripeReader.columbianIssuers.contains($0) }) == true else {
            return .driverLicense
        }
        let bytes = record.bytes.span
        if let serial = value(.documentDiscriminator), serial.count >= 9,
            bytes.digitRun(at: serial.upperBound - 8) == 8
        {
            let letter = bytes[serial.upperBound - 9].uppercased
            if Self.licenceSerials.contains(letter) { return .driverLicense }
            if Self.identificationSerials.contains(letter) { return .identificationCard }
        }
        return value(.number)?.count == 9 ? .identificationCard : .driverLicense
    }

    /// The serials of British Columbia's licences: S full, R learner's, U novice; and the same with a Services Card: K, P, H.
    ///
    /// Source: British Columbia's own wallet application, as for the following.
    private static let licenceSerials = Array("SRUKPH".utf8)
    /// Y the identification card; C and A Services Cards with a photo, G and F those without.
    private static let identificationSerials = Array("YCAGF".utf8)

    /// By DCG, else by the address; only for issuers that are unknown.
    var country: Jurisdiction.Country? {
        switch text(.country)?.uppercased() {
        case "USA": .unitedStates
        case "CAN", "CDN": .canada
        case "MEX": .mexico
        default: address.province.flatMap { Jurisdiction.coded($0)?.country }
        }
    }

    var truncatedNames: [ElementID] {
        if isStripe { return cutStripeName.map { [$0] } ?? [] }
        let flags: [(ElementID, ElementID)] = [
            (.familyNameTruncation, .familyName), (.firstNameTruncation, .firstName),
            (.middleNameTruncation, .middleName),
        ]
        return flags.compactMap { flag, name in
            guard let value = value(flag), record.bytes[value.lowerBound].uppercased == UInt8(ascii: "T")
            else {
                return nil
            }
            return name
        }
    }

    /// The name at the end of a stripe's, where that fills all of its columns.
    private var cutStripeName: ElementID? {
        guard let family = record.element(.familyName)?.value, let given = record.element(.givenNames)?.value,
            given.upperBound - family.lowerBound >= StripeReader.longestName
        else { return nil }
        guard let names = value(.givenNames) else { return .familyName }
        let isSeveral = names.contains { record.bytes[$0] == Byte.space || record.bytes[$0] == Byte.dollar }
        return isSeveral ? .middleName : .firstName
    }

    // MARK: Number

    /// Upper case, without blanks and hyphens.
    func number(issuer: Jurisdiction?) -> String? {
        guard let value = value(.number) else { return nil }
        return isStripe ? stripeNumber(value, issuer: issuer) : compact(value)
    }

    /// The digits that didn't fit before the dates belong to it.
    private func stripeNumber(_ value: Range<Int>, issuer: Jurisdiction?) -> String {
        let overflow = record.elements.first { $0.id == .numberOverflow }.map { record.text(of: $0) } ?? ""
        return StripeNumber.text(compact(value) + overflow, issuer: issuer)
    }

    private func compact(_ value: Range<Int>) -> String {
        let bytes = record.bytes.span
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
}
