/// The number in a product's EAN or UPC code.
///
/// Source: GS1 General Specifications, section 7.9, "Standard check digit calculations".
enum TradeItemNumber {
    /// Whether a text is 8, 12, 13 or 14 digits of which the last is the check digit of the others.
    static func matches(_ text: [UInt8]) -> Bool {
        guard [8, 12, 13, 14].contains(text.count), text.allSatisfy(\.isASCIIDigit) else { return false }
        let sum = text.reversed().enumerated().reduce(0) { sum, digit in
            sum + Int(digit.element - UInt8(ascii: "0")) * (digit.offset.isMultiple(of: 2) ? 1 : 3)
        }
        return sum.isMultiple(of: 10)
    }
}
