/// Undoes what keyboards, forms and web pages make of a payload's controls and blanks, byte for byte, so that every place
/// stays the same.
enum TypedPayload {
    /// `nil` where there is nothing to undo.
    static func undone(in payload: [UInt8], _ heading: Heading) -> [UInt8]? {
        let bytes = payload.span
        let end = heading.dataStart
        var undone = payload
        if isFormEncoded(bytes, end) {
            for index in end..<payload.count where payload[index] == UInt8(ascii: "+") {
                undone[index] = Byte.space
            }
        }
        for place in terminators(bytes, heading) { undone[place] = Byte.carriageReturn }
        for place in dots(bytes, from: end) { undone[place] = Byte.space }
        return undone == payload ? nil : undone
    }

    /// Whether `+` stands for the file type's blank, and so for each.
    private static func isFormEncoded(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
        (0..<max(0, min(end, bytes.count) - 5)).contains { bytes.spells("ANSI+", at: $0) }
    }

    /// The letter of a CR that was typed with a Control key which is ignored, as the header shows by `6` and `M` for RS and
    /// CR: it ends the scan, or stands before a jurisdiction's subfile.
    private static func terminators(_ bytes: Span<UInt8>, _ heading: Heading) -> [Int] {
        let origin = heading.origin
        let letter = UInt8(ascii: "M")
        guard origin >= 0, origin + 3 < heading.dataStart, bytes[origin + 2] == UInt8(ascii: "6"),
            bytes[origin + 3] == letter
        else { return [] }
        let text = bytes.trimmed(heading.dataStart..<bytes.count)
        return text.filter { index in
            guard bytes[index] == letter else { return false }
            return index == text.upperBound - 1 || bytes.isTag(at: index + 1)
        }
    }

    /// The dot that stands for the first blank of the padding, where every padded value has one.
    private static func dots(_ bytes: Span<UInt8>, from start: Int) -> [Int] {
        var places: [Int] = []
        var index = start
        while index < bytes.count {
            let end = bytes.endOfLine(from: index)
            let value = bytes.trimmed(index..<end)
            if value.count > 3, end > value.upperBound, !bytes.isSentinel(value.dropFirst(3)) {
                guard bytes[value.upperBound - 1] == UInt8(ascii: ".") else { return [] }
                places.append(value.upperBound - 1)
            }
            index = end + 1
        }
        return places.count < fewestDots ? [] : places
    }

    /// Fewer values may end in abbreviations.
    private static let fewestDots = 5
}

extension Span<UInt8> {
    /// Whether a jurisdiction's two letters stand here twice, and a letter or a digit behind them.
    func isTag(at place: Int) -> Bool {
        guard place + 5 <= count, self[place] == UInt8(ascii: "Z"), self[place + 1].isUppercase else {
            return false
        }
        return self[place + 2] == self[place] && self[place + 3] == self[place + 1]
            && (self[place + 4].isUppercase || self[place + 4].isDigit)
    }

    fileprivate func endOfLine(from start: Int) -> Int {
        var index = start
        while index < count, !self[index].isLineEnd { index += 1 }
        return index
    }
}
