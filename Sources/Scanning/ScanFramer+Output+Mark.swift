import AAMVA

extension ScanFramer.Output {
    /// Whether it is a licence whose first mark was read: the `@` of a header, or the `%` of a stripe.
    var isMarkedLicence: Bool {
        guard case .licence(let record) = self else { return false }
        let first = record.bytes.first { $0 > 0x20 }
        return first == UInt8(ascii: "@") || first == UInt8(ascii: "%")
    }
}
