extension String {
    /// A Canadian postal code in upper case, without blanks and hyphens, such as `M5J2H7`.
    var canadianPostalCode: String? {
        let signs = uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }
        guard signs.count == 6 else { return nil }
        let isAlternating = signs.enumerated().allSatisfy { index, sign in
            index % 2 == 0 ? (0x41...0x5A).contains(sign) : (0x30...0x39).contains(sign)
        }
        return isAlternating ? String(decoding: signs, as: UTF8.self) : nil
    }

    /// A customer's id: digits, for an authorised user of a business account two numbers joined by a hyphen.
    var customerID: String? {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        return areDigits && parts.count <= 2 && utf8.count <= 20 ? self : nil
    }

    /// Every byte but the unreserved ones as `%XX`, for a path's segment, a query and a form alike.
    ///
    /// Source: RFC 3986, section 2.1, "Percent-Encoding".
    var percentEncoded: String {
        var encoded = ""
        for byte in utf8 {
            if byte.isUnreserved {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
