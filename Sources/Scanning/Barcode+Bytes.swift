extension Barcode {
    /// A scan's bytes as a barcode, its suffix removed; `nil` where nothing is left of it.
    init?(_ bytes: [UInt8], symbology: String?, suffix: ScanSuffix) {
        let data = bytes.dropLast(suffix.length(endOf: bytes))
        guard !data.isEmpty else { return nil }
        self.init(symbology: symbology, data: String(validating: data, as: UTF8.self) ?? String(latin1: data))
    }
}

extension String {
    /// ISO 8859-1: each byte is the scalar of its number.
    fileprivate init(latin1 bytes: ArraySlice<UInt8>) {
        var scalars = UnicodeScalarView()
        for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
        self.init(scalars)
    }
}
