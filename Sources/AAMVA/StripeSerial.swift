/// The serial of British Columbia's cards, which ends track 3: a letter that names the card, and eight digits.
///
/// Source: British Columbia's own wallet application.
enum StripeSerial {
    /// S full, R learner's, U novice; and the same with a Services Card: K, P, H.
    private static let licences = Array("SRUKPH".utf8)
    /// C and A Services Cards with a photo, G and F those without.
    private static let servicesCards = Array("CAGF".utf8)
    private static let identificationCard = UInt8(ascii: "Y")

    /// In upper case; `nil` for a serial of another form, as earlier cards have it.
    static func letter(_ bytes: Span<UInt8>, _ serial: Range<Int>) -> UInt8? {
        guard serial.count >= 9, bytes.digitRun(at: serial.upperBound - 8) == 8 else { return nil }
        return bytes[serial.upperBound - 9].uppercased
    }

    /// `nil` for a letter that names no card.
    static func kind(_ letter: UInt8) -> License.Kind? {
        if licences.contains(letter) { return .driverLicense }
        return letter == identificationCard || servicesCards.contains(letter) ? .identificationCard : nil
    }

    /// Whether the card's number may have so many digits: licences have seven, Services Cards nine, and identification cards
    /// either. No number speaks for a letter that names no card.
    static func agrees(_ letter: UInt8, withDigits count: Int) -> Bool {
        if licences.contains(letter) { return count == 7 }
        if servicesCards.contains(letter) { return count == 9 }
        return letter == identificationCard
    }
}
