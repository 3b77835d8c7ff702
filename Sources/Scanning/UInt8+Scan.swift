extension UInt8 {
    var isASCIILetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// NUL, SOH, STX, ETX, EOT and Tab to CR: what scanners put around a scan, and what by itself is none.
    var isBlankControl: Bool {
        switch self {
        case 0x00...0x04, 0x09...0x0D: true
        default: false
        }
    }
}
