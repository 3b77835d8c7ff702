/// A licence number's form, written as parts with counts: `A1 914` is one letter and fourteen digits.
///
/// A part is `A` (a capital letter), `9` (a digit) or `*` (letter, digit or asterisk) with how often it comes, `n` or
/// `m-n`; or letters between apostrophes, as they are.
struct NumberPattern {
    private struct Part {
        enum Kind {
            case letter, digit, any
            case exactly(UInt8)
        }

        let kind: Kind
        var least: UInt8 = 1
        var most: UInt8 = 1

        func admits(_ byte: UInt8) -> Bool {
            switch kind {
            case .letter: byte.isUppercase
            case .digit: byte.isDigit
            case .any: byte.isUppercase || byte.isDigit || byte == UInt8(ascii: "*")
            case .exactly(let letter): byte == letter
            }
        }
    }

    /// In place, as a list of its own for each pattern would be counted whenever one is looked at.
    private var parts = InlineArray<5, Part>(repeating: Part(kind: .any))
    private var count = 0

    /// - Precondition: the text is written as above, with five parts at most; patterns are constants of this module.
    init(_ text: StaticString) {
        for word in text.description.split(separator: " ") {
            let bytes = Array(word.utf8)
            switch bytes[0] {
            case UInt8(ascii: "'"):
                for letter in bytes.dropFirst().dropLast() { append(Part(kind: .exactly(letter))) }
            case UInt8(ascii: "A"): append(.letter, word.dropFirst())
            case UInt8(ascii: "9"): append(.digit, word.dropFirst())
            default: append(.any, word.dropFirst())
            }
        }
    }

    private mutating func append(_ kind: Part.Kind, _ counts: Substring) {
        let bounds = counts.split(separator: "-").compactMap { UInt8($0) }
        precondition(!bounds.isEmpty, "a part of a number's pattern says how often it comes")
        append(Part(kind: kind, least: bounds[0], most: bounds[bounds.count - 1]))
    }

    private mutating func append(_ part: Part) {
        parts[count] = part
        count += 1
    }

    /// Whether the whole number has this form.
    func matches(_ number: Span<UInt8>) -> Bool { matches(number, from: 0, part: 0) }

    private func matches(_ number: Span<UInt8>, from start: Int, part index: Int) -> Bool {
        guard index < count else { return start == number.count }
        let part = parts[index]
        var end = start
        while end < number.count, end - start < part.most, part.admits(number[end]) { end += 1 }
        while end - start >= part.least {
            if matches(number, from: end, part: index + 1) { return true }
            end -= 1
        }
        return false
    }
}
