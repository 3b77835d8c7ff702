/// A character's number, typed on the keypad while Alt is held, as Windows takes it.
///
/// With a leading zero the number is of Windows code page 1252, without one of the DOS code page: 850 here, which is
/// Canada's and Western Europe's. The United States' 437 has the same letters in the same places as far as it has them.
/// Both agree with ASCII below 128, control characters included.
///
/// Source: Microsoft, "Code Page 850 Latin 1", "Code Page 437 OEM United States", "Windows-1252".
struct AltCode {
    private var digits: [UInt8] = []

    /// More make no number that stands for a character.
    private static let mostDigits = 5

    mutating func append(_ digit: UInt8) {
        if digits.count <= Self.mostDigits { digits.append(digit) }
    }

    /// The character; `nil` where no number was typed, or none that is a character's.
    var scalar: UInt32? {
        guard let first = digits.first, digits.count <= Self.mostDigits else { return nil }
        let number = digits.reduce(0) { $0 * 10 + UInt32($1) }
        switch number {
        case 0..<0x80: return number
        case 0x80...0xFF where first != 0: return Self.dosPage[Int(number) - 0x80]
        case 0x80..<0xA0: return Self.windowsControls[Int(number) - 0x80]
        case 0xA0...0xFF: return number
        default: return nil
        }
    }

    /// Code page 850 from 128 on.
    private static let dosPage: [UInt32] = {
        let characters =
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
            + "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}"
        return characters.unicodeScalars.map(\.value)
    }()

    /// Code page 1252 from 128 to 159; its five gaps are the control characters of the same number.
    private static let windowsControls: [UInt32] = {
        let characters =
            "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
        return characters.unicodeScalars.map(\.value)
    }()
}
