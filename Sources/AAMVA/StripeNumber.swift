/// A licence's number as a stripe writes it, which has digits only: letters at its beginning are 01 to 26.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex F, "Track 2".
enum StripeNumber {
    /// The number with its letters, where the issuer's numbers have just one form that fits, and not the digits'.
    static func text(_ digits: String, issuer: Jurisdiction?) -> String {
        guard let issuer, issuer.accepts(number: digits) == false else { return digits }
        let bytes = Array(digits.utf8)
        var readings: [String] = []
        var letters = ""
        while let letter = bytes.span.number(letters.utf8.count * 2, digits: 2), (1...26).contains(letter) {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(0x40 + letter)))
            let reading = letters + String(digits.dropFirst(letters.utf8.count * 2))
            if issuer.accepts(number: reading) == true { readings.append(reading) }
        }
        return readings.count == 1 ? readings[0] : digits
    }
}
