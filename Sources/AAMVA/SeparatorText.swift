/// A text that stands before most elements in place of LF: a sign such as `|`, the separator's name as a scanner spells it
/// (`\F`, `<LF>`, `^J`, `Enter`), or a filler and the line's end.
struct SeparatorText {
    /// The bytes that most elements have before them.
    let bytes: [UInt8]
    private let dataStart: Int
    private let version: Int

    /// Fewer different elements than these behind the same byte may be chance.
    private static let fewestElements = 6
    /// Scanners' texts are short; an editor may have indented each line.
    private static let mostBytes = 40

    /// `nil` where line ends as they are separate the elements, or nothing does.
    init?(of payload: Span<UInt8>, from dataStart: Int, version: Int?) {
        self.dataStart = dataStart
        self.version = version ?? 11
        var places: [Int] = []
        for place in dataStart..<max(dataStart, payload.count - 2)
        where ElementDefinition.row(of: payload.element(at: place)) != nil {
            places.append(place)
        }
        let all = Set(places.map { payload.element(at: $0) }).count
        var text: [UInt8] = []
        var least = Self.fewestElements
        while text.count < Self.mostBytes {
            let (byte, behind) = Self.mostCommon(payload, before: places, distance: text.count + 1)
            let elements = Set(behind.map { payload.element(at: $0) }).count
            // Padding stands before a few elements, a separator before most.
            if text.isEmpty, byte == Byte.space { least = max(least, all * 3 / 4) }
            if text.isEmpty { least = max(least, elements - elements / 10) }
            guard elements >= least else { break }
            text.insert(byte, at: 0)
            places = behind
        }
        bytes = text
        if text.isEmpty || isPlain { return nil }
    }

    /// The byte that stands most often at a distance before the places, and behind which ones.
    private static func mostCommon(
        _ payload: Span<UInt8>, before places: [Int], distance: Int
    ) -> (byte: UInt8, places: [Int]) {
        var counts = [Int](repeating: 0, count: 256)
        for place in places where place >= distance { counts[Int(payload[place - distance])] += 1 }
        let byte = UInt8(counts.indices.max { counts[$0] < counts[$1] } ?? 0)
        return (byte, places.filter { $0 >= distance && payload[$0 - distance] == byte })
    }

    /// Whether these are line ends, one LF among them at most; or letters and digits, as values end in.
    private var isPlain: Bool {
        if bytes.allSatisfy(\.isLineEnd) { return bytes.count { $0 == Byte.lineFeed } < 2 }
        return bytes.allSatisfy { $0.isLetter || $0.isDigit } && !bytes.span.spells("ENTER", at: 0)
    }

    /// Blanks alone: padding has them, too, and so have values.
    var isBlank: Bool { bytes.allSatisfy { $0 == Byte.space } }

    /// The payload with line ends in the text's stead, byte for byte, so that every place stays the same.
    func undone(in payload: [UInt8]) -> [UInt8] {
        var undone = payload
        replace(bytes, in: &undone)
        if let terminator { replace(terminator, in: &undone) }
        return undone
    }

    private func replace(_ text: [UInt8], in payload: inout [UInt8]) {
        let isSign = text.count == 1 && text[0].isPrintableASCII
        var seen = ElementSet()
        var place = dataStart
        while place + text.count <= payload.count {
            guard payload.span.holds(text, at: place),
                !isSign || separates(payload.span, place + 1, &seen)
            else {
                place += 1
                continue
            }
            for index in place..<place + text.count { payload[index] = Byte.carriageReturn }
            place += text.count
        }
    }

    /// A sign may stand in values as well: it separates where an element or a subfile follows that didn't come before, or nothing.
    private func separates(_ payload: Span<UInt8>, _ next: Int, _ seen: inout ElementSet) -> Bool {
        guard next + 2 < payload.count, !payload[next].isLineEnd else { return true }
        // LF and CR end a subfile, and a jurisdiction's may follow.
        if payload[next] == bytes[0] { return payload[next + 1] == UInt8(ascii: "Z") }
        let id = payload.element(at: next)
        if let row = ElementDefinition.row(of: id) {
            guard ElementDefinition.table[row].versions.contains(min(version, 11)), seen.insert(id) else {
                return false
            }
            return true
        }
        let isNamed = payload[next].isUppercase && payload[next + 1].isUppercase
        if isNamed, payload[next] == UInt8(ascii: "Z") {
            return payload[next + 2].isUppercase || payload[next + 2].isDigit
        }
        return isNamed && next + 5 <= payload.count
            && ElementDefinition.row(of: payload.element(at: next + 2)) != nil
    }

    /// What stands for CR where LF is spelled by its name or its number.
    private var terminator: [UInt8]? {
        for (lineFeed, carriageReturn) in Self.names {
            let name = Array(lineFeed.utf8)
            guard let place = bytes.indices.first(where: { bytes.span.holds(name, at: $0) }) else { continue }
            return bytes[..<place] + Array(carriageReturn.utf8) + bytes[(place + name.count)...]
        }
        return nil
    }

    /// Names and numbers of LF and CR, as scanners, terminals and web pages spell control characters.
    private static let names = [
        ("LF", "CR"), ("0A", "0D"), ("0a", "0d"), ("#10", "#13"), ("^J", "^M"), ("\\n", "\\r"),
        ("\u{240A}", "\u{240D}"),
    ]
}

extension Span<UInt8> {
    /// The three bytes at a place as an identifier.
    func element(at place: Int) -> ElementID { ElementID(self[place], self[place + 1], self[place + 2]) }

    fileprivate func holds(_ text: [UInt8], at place: Int) -> Bool {
        guard place + text.count <= count else { return false }
        for index in text.indices where self[place + index] != text[index] { return false }
        return true
    }
}
