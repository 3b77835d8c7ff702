/// Where a record begins in a payload, and by what it was recognized.
struct RecordStart {
    enum Form {
        /// A file type; its letters begin at the given place, and what follows them may be damaged.
        case fileType(Header.FileType, at: Int)
        /// No file type, but what follows it: issuer, version and directory, from the given place on.
        case digits(at: Int)
        /// Nothing of the header is left: elements begin at the given place.
        case elements(at: Int)
        /// A stripe's first track; its jurisdiction's letters begin at the given place.
        case stripe(at: Int)
    }

    /// The record's first byte: its marks, or what was found instead.
    let first: Int
    let form: Form
}

extension RecordStart {
    /// Every record's start, in order; empty where there is no licence.
    static func all(in bytes: Span<UInt8>) -> [RecordStart] {
        var starts: [RecordStart] = []
        var index = 0
        while let start = next(in: bytes, from: index) {
            switch start.form {
            case .fileType(_, let at):
                starts.append(start)
                index = at + 5
            case .stripe(let at):
                if starts.isEmpty || StripeReader.isBehindRecord(bytes, at: at) { starts.append(start) }
                index = at + 5
            case .digits, .elements: index = bytes.count
            }
        }
        return starts.isEmpty ? damaged(in: bytes).map { [$0] } ?? [] : starts
    }

    /// Whether the first nine bytes are the standard's marks and file type.
    static func isPlain(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 9, bytes[8] == Byte.space else { return false }
        let word = bytes.bytes.unsafeLoadUnaligned(as: UInt64.self)
        return UInt64(bigEndian: word) == 0x40_0A_1E_0D_41_4E_53_49
    }

    /// The next start that leaves no doubt: a file type with the issuer's digits, or `%` with a stripe's first fields.
    private static func next(in bytes: Span<UInt8>, from start: Int) -> RecordStart? {
        var index = start
        while index + 14 < bytes.count {
            let byte = bytes[index]
            if byte | 0x20 == 0x61, let type = fileType(in: bytes, at: index) {
                return RecordStart(
                    first: marks(in: bytes, before: index, from: start), form: .fileType(type, at: index))
            }
            if byte == Byte.percent, StripeReader.begins(bytes, at: index + 1) {
                return RecordStart(first: index, form: .stripe(at: index + 1))
            }
            index += 1
        }
        return nil
    }

    private static func fileType(in bytes: Span<UInt8>, at index: Int) -> Header.FileType? {
        let type: Header.FileType
        var digits: Int
        if bytes.spells("ANSI", at: index) {
            (type, digits) = (.ansi, index + 4)
        } else if bytes.spells("AAMVA", at: index) {
            (type, digits) = (.aamva, index + 5)
        } else {
            return nil
        }
        // One blank belongs to the file type; six more stand for an issuer that was left out.
        while digits < bytes.count, bytes[digits].isBlankOrControl, digits < index + 12 { digits += 1 }
        return bytes.digitRun(at: digits) >= (digits == index + 11 ? 4 : 8) ? type : nil
    }

    /// Where the header's marks begin: at `@`, up to eight bytes before the file type.
    private static func marks(in bytes: Span<UInt8>, before index: Int, from lowest: Int) -> Int {
        var first = index
        while first > max(lowest, index - 8) {
            let byte = bytes[first - 1]
            if byte == Byte.at { return first - 1 }
            guard !byte.isPrintableASCII || byte == Byte.space || byte == Byte.caret else { break }
            first -= 1
        }
        return index
    }

    /// The only start, where first keys or the file type were lost.
    private static func damaged(in bytes: Span<UInt8>) -> RecordStart? {
        for index in 0..<max(0, min(bytes.count - 18, 64)) where bytes[index].isDigit {
            let run = bytes.digitRun(at: index)
            if run >= 4, run <= 13, bytes.designator(at: index + run) != nil {
                return RecordStart(first: 0, form: .digits(at: index))
            }
        }
        for index in 0..<max(0, min(bytes.count - 8, 32)) {
            if bytes.spells("ANSI", at: index) {
                return RecordStart(first: 0, form: .fileType(.ansi, at: index))
            }
            if bytes.spells("AAMVA", at: index) {
                return RecordStart(first: 0, form: .fileType(.aamva, at: index))
            }
        }
        if let stripe = StripeReader.damagedStart(in: bytes) {
            return RecordStart(first: 0, form: .stripe(at: stripe))
        }
        return headless(in: bytes)
    }

    /// Lines that begin with known ids, among them a number, a birth date and a name. A sign behind each is a scanner's own.
    private static func headless(in bytes: Span<UInt8>) -> RecordStart? {
        var first: Int?
        var known = 0
        var index = 0
        while index + 3 <= bytes.count {
            let id = ElementID(bytes[index], bytes[index + 1], bytes[index + 2])
            let isSigned =
                index + 3 < bytes.count && [UInt8(ascii: ":"), UInt8(ascii: "=")].contains(bytes[index + 3])
            if !isSigned, ElementDefinition.isKnown(id) {
                first = first ?? index
                known += 1
            }
            while index < bytes.count, !bytes[index].isLineEnd { index += 1 }
            index += 1
        }
        guard known >= 6, let first else { return nil }
        return RecordStart(first: 0, form: .elements(at: first))
    }
}
