extension StripeReader {
    /// What stands behind the last `$` or `^`, a closing `^` apart, or behind a name's comma.
    func lastLine(_ bytes: Span<UInt8>, _ track: Range<Int>) -> Range<Int> {
        var end = track.upperBound
        while end > track.lowerBound, bytes[end - 1] == Byte.caret || bytes[end - 1] == Byte.space {
            end -= 1
        }
        var start = end
        let marks = [Byte.dollar, Byte.caret, Byte.comma]
        while start > track.lowerBound, !marks.contains(bytes[start - 1]) { start -= 1 }
        return start..<end
    }

    /// The address's lines that hold anything, between `$`, up to the one that names the place.
    mutating func addStreets(_ bytes: Span<UInt8>, _ address: Range<Int>, _ place: Place?) {
        let end = max(address.lowerBound, place?.line.lowerBound ?? address.upperBound)
        var lines: [Range<Int>] = []
        var start = address.lowerBound
        for index in address.lowerBound..<end where bytes[index] == Byte.dollar || bytes[index] == Byte.caret
        {
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<end)
        lines = lines.map { bytes.trimmedBlanks($0) }.filter { !$0.isEmpty }
        // British Columbia's last line is the place's, even where it can't be read.
        if isBritishColumbian, place == nil { lines = lines.dropLast() }
        if lines.count > 0 { add(.street1, lines[0]) }
        if lines.count > 1 { add(.street2, lines[1].lowerBound..<lines[lines.count - 1].upperBound) }
    }

    /// British Columbia's address names city and province in its last line; elsewhere the track's first columns do.
    mutating func addPlace(
        _ bytes: Span<UInt8>, _ place: Place?, _ fields: Range<Int>, city: Range<Int>, line: Range<Int>
    ) {
        guard let place else {
            addUnreadablePlace(bytes, fields, city: city, line: line)
            return
        }
        if !place.isConsistent(bytes) {
            doubt([.province, .postalCode], .valueForm, at: place.province.lowerBound)
        }
        add(.city, place.isContradicted ? city : place.city)
        add(.province, place.province)
        add(.postalCode, place.postalCode)
    }

    private mutating func addUnreadablePlace(
        _ bytes: Span<UInt8>, _ fields: Range<Int>, city: Range<Int>, line: Range<Int>
    ) {
        guard isBritishColumbian else {
            add(.city, city)
            add(.province, fields.lowerBound - 2..<fields.lowerBound)
            return
        }
        // An address too long for the track is cut in its last line, which begins with the city all the same.
        let shared = min(city.count, line.count)
        let end = bytes.trimmedBlanks(fields).upperBound
        let isCut = fields.count == Self.longestFields && line.upperBound == end
        let isCity = shared > 1 && bytes.isEqual(line.prefix(shared), city.prefix(shared))
        let province = isCity ? Place.province(bytes, line.dropFirst(shared)) : nil
        add(.city, province.map { bytes.trimmedBlanks(line.lowerBound..<$0.lowerBound) } ?? city)
        guard isCut, isCity else {
            doubt([.street1, .street2, .city], .valueForm, at: city.upperBound)
            return
        }
        findings.append(.doubtful(.city, .trackIncomplete, at: line.lowerBound))
        guard let province else { return }
        if !Place.isCanadian(bytes, province) { doubt([.province], .valueForm, at: province.lowerBound) }
        add(.province, province)
    }
}
