extension Card {
    /// Writes header, directory and subfiles, and notes where each element lies.
    mutating func encode(_ layout: Layout, using random: inout SplitMix64) {
        var elements = layout.elements(of: holder, using: &random)
        if layout.isShuffled { elements.shuffle(using: &random) }
        var subfiles = [(type: layout.type, elements: elements)]
        if layout.hasJurisdictionSubfile { subfiles.append(jurisdictionSubfile(using: &random)) }
        let bodies = subfiles.map { subfile in
            let lines = subfile.elements.map { ($0.id + $0.value).latin1 }
            let end: [UInt8] = layout.endsInSeparator ? [0x0A, 0x0D] : [0x0D]
            return subfile.type.latin1 + lines.joined(separator: [0x0A]) + end
        }
        payload = "@\n\u{1E}\rANSI \(issuer.number)\(layout.version.digits(2))".latin1
        if layout.version > 1 { payload += Int.random(in: 0...3, using: &random).digits(2).latin1 }
        payload += subfiles.count.digits(2).latin1
        dataStart = payload.count + 10 * subfiles.count
        var offset = dataStart
        for (subfile, body) in zip(subfiles, bodies) {
            payload += "\(subfile.type)\(offset.digits(4))\(body.count.digits(4))".latin1
            offset += body.count
        }
        payload += bodies.joined()
        note(elements)
    }

    private mutating func note(_ elements: [(id: String, value: String)]) {
        var place = dataStart + 2
        for (id, value) in elements {
            let length = value.latin1.count
            places.append(Place(id: id, value: place + 3..<place + 3 + length))
            place += 3 + length + 1
        }
    }

    private func jurisdictionSubfile(
        using random: inout SplitMix64
    ) -> (type: String, elements: [(id: String, value: String)]) {
        let type = "Z\(issuer.code.prefix(1))"
        let values = [
            "01", "Y", "", "\(holder.familyName),\(holder.firstName)", "<!>#%$AQRSTU^WXYZABCDEFGH",
            random.digits(12),
        ]
        return (type, values.enumerated().map { ("\(type)\("ABCDEF".map(String.init)[$0])", $1) })
    }
}

extension String {
    /// ISO 8859-1, the standard's character set: every character used here is one byte.
    var latin1: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}
