/// The bytes of which headers, separators and stripes are made.
enum Byte {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let recordSeparator: UInt8 = 0x1E
    static let space = UInt8(ascii: " ")
    static let at = UInt8(ascii: "@")
    static let caret = UInt8(ascii: "^")
    static let dollar = UInt8(ascii: "$")
    static let comma = UInt8(ascii: ",")
    static let percent = UInt8(ascii: "%")
    static let question = UInt8(ascii: "?")
    static let semicolon = UInt8(ascii: ";")
    static let hyphen = UInt8(ascii: "-")
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isUppercase: Bool { self &- 0x41 < 26 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Neither a control nor DEL, nor above ASCII.
    var isPrintableASCII: Bool { self &- 0x20 < 0x5F }
    /// SP, TAB, CR, LF, NUL and the like: nothing that could be part of a value.
    var isBlankOrControl: Bool { self <= 0x20 || self == 0x7F }
    var isLineEnd: Bool { self == Byte.lineFeed || self == Byte.carriageReturn }
    /// 0 to 9; meaningless unless `isDigit`.
    var digitValue: Int { Int(self &- 0x30) }
    var uppercased: UInt8 { self &- 0x61 < 26 ? self & 0xDF : self }
    var caseInverted: UInt8 { isLetter ? self ^ 0x20 : self }
}
