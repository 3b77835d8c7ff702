/// Knows a subfile that comes behind a record which its directory had declared complete.
enum FurtherSubfile {
    /// Whether bytes begin like a subfile: its type, and an element of it, such as `ZOZOA` or `DLDAQ`.
    static func begins(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 5 else { return false }
        let type = (bytes[0], bytes[1])
        let element = (bytes[2], bytes[3])
        switch type {
        case (UInt8(ascii: "Z"), _): return type.1.isASCIILetter && element == type
        case (UInt8(ascii: "D"), UInt8(ascii: "L")), (UInt8(ascii: "I"), UInt8(ascii: "D")),
            (UInt8(ascii: "E"), UInt8(ascii: "N")):
            return element.0 == UInt8(ascii: "D") && element.1.isASCIILetter && bytes[4].isASCIILetter
        default: return false
        }
    }
}
