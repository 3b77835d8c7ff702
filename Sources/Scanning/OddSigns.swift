import AAMVA

/// Signs of a value that stand where no card has them, but where another layout's key for a common sign may.
struct OddSigns {
    /// What the element holds, as far as its signs are concerned.
    private enum Kind {
        /// Names and addresses.
        case text
        /// The card's own number.
        case number
        case measure
        /// May hold any ASCII.
        case other
    }

    private let kind: Kind

    init(of element: ElementID) {
        kind = Self.kinds[element] ?? .other
    }

    func count(in value: ArraySlice<UInt8>) -> Int {
        value.indices.count { index in
            let before = index > value.startIndex ? value[index - 1] : 0x20
            let behind = index + 1 < value.endIndex ? value[index + 1] : 0x20
            return isOdd(value[index], between: before, and: behind)
        }
    }

    private func isOdd(_ byte: UInt8, between before: UInt8, and behind: UInt8) -> Bool {
        let touchesDigit = before.isASCIIDigit || behind.isASCIIDigit
        switch byte {
        case 0x61...0x7A where kind == .text: return isCapital(before) && isCapital(behind)
        case UInt8(ascii: "/") where kind == .text: return before == 0x20
        case UInt8(ascii: "'") where kind != .measure && before.isASCIIDigit && behind.isASCIIDigit:
            return true
        case 0x20...0x7E:
            switch kind {
            case .text: return Self.foreignToText.contains(byte)
            case .number: return !byte.isASCIILetter && !byte.isASCIIDigit && !Self.ofNumbers.contains(byte)
            case .measure, .other: return false
            }
        // ISO 8859-1: capitals with accents, then small letters with accents. Cards write capitals, or whole words small.
        case 0xC0...0xD6, 0xD8...0xDE: return touchesDigit
        case 0xDF...0xF6, 0xF8...0xFF: return touchesDigit || !(isSmall(before) || isSmall(behind))
        default: return true
        }
    }

    private func isCapital(_ byte: UInt8) -> Bool {
        byte.isASCIILetter && byte & 0x20 == 0 || 0xC0...0xDE ~= byte
    }

    private func isSmall(_ byte: UInt8) -> Bool { byte.isASCIILetter && byte & 0x20 != 0 }

    private static let foreignToText = Set("$;<=>?[\\]^_`{|}~".utf8)
    private static let ofNumbers = Set(" -*.".utf8)

    private static let kinds: [ElementID: Kind] = {
        var kinds: [ElementID: Kind] = [
            ElementID("DAQ"): .number, ElementID("DAU"): .measure, ElementID("DAV"): .measure,
        ]
        let texts = [
            ElementID("DAA"), ElementID("DAB"), ElementID("DAC"), ElementID("DAD"), ElementID("DAG"),
            ElementID("DAH"),
            ElementID("DAI"), ElementID("DCS"), ElementID("DCT"),
        ]
        for id in texts { kinds[id] = .text }
        return kinds
    }()
}
