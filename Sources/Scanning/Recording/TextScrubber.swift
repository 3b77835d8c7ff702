/// Replaces what is a person's in the bytes that a scanner sent.
///
/// Each letter and digit but those of `LicenceMarks` becomes another of its kind: capital for capital, small for small,
/// digit for digit. Signs, blanks and control characters stay, and so does the length of everything. An eight-digit date
/// becomes another date, so that the licence can still be read.
struct TextScrubber {
    let key: SipHash.Key

    func scrub(_ bytes: [UInt8]) -> [UInt8] {
        let marks = LicenceMarks(in: bytes)
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        var scrubbed: [UInt8] = []
        for line in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 < 0x20 }) {
            let standIns = StandIns(for: line, key: key)
            scrubbed += line.indices.map { index in
                replacement(of: bytes[index], by: standIns, at: index - line.startIndex, isUTF8: isUTF8)
            }
            for mark in marks.kept {
                for index in mark where line.indices.contains(index) { scrubbed[index] = bytes[index] }
            }
            if let date = ScrubbedDate(line, marks) {
                scrubbed.replaceSubrange(date.place, with: date.digits(standIns))
            }
            if line.endIndex < bytes.count { scrubbed.append(bytes[line.endIndex]) }
        }
        return scrubbed
    }

    private func replacement(of byte: UInt8, by standIns: StandIns, at place: Int, isUTF8: Bool) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            byte & 0x60 + 1 + UInt8(standIns.number(below: 26, at: place))
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            byte & 0x60 + 1 + UInt8(standIns.number(below: 26, at: place))
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            UInt8(ascii: "0") + UInt8(standIns.number(below: 10, at: place))
        // A letter with an accent: the upper bits say whether it is capital, in ISO 8859-1 and in UTF-8's second byte.
        case 0x80...0xBF where isUTF8: byte & 0xE0 | UInt8(standIns.number(below: 31, at: place))
        case 0xC0... where !isUTF8: byte & 0xE0 | UInt8(standIns.number(below: 31, at: place))
        default: byte
        }
    }
}

/// An element of eight digits that are a date by themselves, year first or month first.
private struct ScrubbedDate {
    let place: Range<Int>
    private let isYearFirst: Bool
    /// The years that its stand-in is from: a holder is grown up, and a card is still valid, as most are.
    private let years: Range<Int>

    init?(_ line: ArraySlice<UInt8>, _ marks: LicenceMarks) {
        guard
            let head = marks.kept.last(where: { line.indices.contains($0.upperBound - 1) && $0.count >= 3 }),
            line[head.upperBound...].count == 8, line[head.upperBound...].allSatisfy(\.isASCIIDigit)
        else { return nil }
        let digits = Array(line[head.upperBound...])
        func isCentury(_ at: Int) -> Bool {
            [[0x31, 0x39], [0x32, 0x30]].contains(Array(digits[at..<at + 2]))
        }
        guard isCentury(0) || isCentury(4) else { return nil }
        place = head.upperBound..<line.endIndex
        isYearFirst = isCentury(0)
        switch [UInt8](line[..<head.upperBound].suffix(3)) {
        case Array("DBB".utf8): years = 1930..<2000
        case Array("DBA".utf8): years = 2040..<2060
        default: years = 2000..<2020
        }
    }

    func digits(_ standIns: StandIns) -> [UInt8] {
        let year = years.lowerBound + standIns.number(below: years.count, at: 0)
        let month = 1 + standIns.number(below: 12, at: 1)
        let day = 1 + standIns.number(below: 28, at: 2)
        let monthAndDay = Self.two(month) + Self.two(day)
        let digits = isYearFirst ? String(year) + monthAndDay : monthAndDay + String(year)
        return Array(digits.utf8)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
