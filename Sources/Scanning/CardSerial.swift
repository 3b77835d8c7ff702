/// The serial in the small 1-D code on the back of British Columbia's cards: one letter and eight digits.
enum CardSerial {
    static let length = 9

    static func matches(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count == length, let first = bytes.first else { return false }
        return first.isASCIILetter && bytes.dropFirst().allSatisfy(\.isASCIIDigit)
    }
}
