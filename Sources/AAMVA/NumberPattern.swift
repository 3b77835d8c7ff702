/// A licence number's form, written as parts with counts: `A1 914` is one letter and fourteen digits.
///
/// A part is `A` (a capital letter), `9` (a digit) or `*` (letter, digit or asterisk) with how often it comes, `n` or
/// `m-n`; or letters between apostrophes, as they are.
struct NumberPattern {
    private enum Part {
        case run(Class, ClosedRange<Int>)
        case literal([UInt8])
    }

    private enum Class {
        case letter, digit, any

        func contains(_ byte: UInt8) -> Bool {
            switch self {
            case .letter: byte.isUppercase
            case .digit: byte.isDigit
            case .any: byte.isUppercase || byte.isDigit || byte == UInt8(ascii: "*")
            }
        }
    }

    private let parts: [Part]

    /// - Precondition: the text is written as above; patterns are constants of this module.
    init(_ text: StaticString) {
        let words = text.description.split(separator: " ")
        parts = words.map { word in
            let bytes = Array(word.utf8)
            switch bytes[0] {
            case UInt8(ascii: "'"): return .literal(Array(bytes.dropFirst().dropLast()))
            case UInt8(ascii: "A"): return .run(.letter, Self.counts(word.dropFirst()))
            case UInt8(ascii: "9"): return .run(.digit, Self.counts(word.dropFirst()))
            default: return .run(.any, Self.counts(word.dropFirst()))
            }
        }
    }

    private static func counts(_ text: Substring) -> ClosedRange<Int> {
        let bounds = text.split(separator: "-").compactMap { Int($0) }
        precondition(!bounds.isEmpty, "a part of a number's pattern says how often it comes")
        return bounds[0]...bounds[bounds.count - 1]
    }

    /// Whether the whole number has this form.
    func matches(_ number: Span<UInt8>) -> Bool { matches(number, from: 0, part: 0) }

    private func matches(_ number: Span<UInt8>, from start: Int, part: Int) -> Bool {
        guard part < parts.count else { return start == number.count }
        switch parts[part] {
        case .literal(let letters):
            guard start + letters.count <= number.count,
                letters.indices.allSatisfy({ number[start + $0] == letters[$0] })
            else { return false }
            return matches(number, from: start + letters.count, part: part + 1)
        case .run(let kind, let counts):
            var length = 0
            while length < counts.upperBound, start + length < number.count,
                kind.contains(number[start + length])
            {
                length += 1
            }
            while length >= counts.lowerBound {
                if matches(number, from: start + length, part: part + 1) { return true }
                length -= 1
            }
            return false
        }
    }
}
