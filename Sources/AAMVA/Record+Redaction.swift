extension Record {
    /// The record as a payload that may leave the machine: no social security number, no health data, and nothing that
    /// the standard doesn't define.
    ///
    /// Header and elements are written anew in the standard's form, with a directory that is right; damage is mended, and
    /// jurisdictions' own subfiles, in which anything may stand, are left out. A stripe has no such form: it stays as it
    /// was read, with blanks for everything on its third track that isn't known to be harmless.
    ///
    /// UTF-8, whatever the card's bytes were.
    public var redactedPayload: [UInt8] {
        switch layout {
        case .aamva(let header): rebuiltFile(header)
        case .magneticStripe: blankedStripe
        }
    }

    // MARK: Files

    private func rebuiltFile(_ header: Header) -> [UInt8] {
        let shown = elements.filter { !$0.subfile.isJurisdictionSpecific && !isRedacted($0, header.version) }
        var types: [SubfileType] = []
        for element in shown where !types.contains(element.subfile) { types.append(element.subfile) }
        let subfiles = types.map { type in subfile(type, shown.filter { $0.subfile == type }) }
        var file = Self.marks + header.redactedDigits(entries: types.count)
        var offset = file.count + 10 * types.count
        for (type, subfile) in zip(types, subfiles) {
            file += Array(type.code.utf8) + offset.digits(4) + subfile.count.digits(4)
            offset += subfile.count
        }
        return file + subfiles.joined()
    }

    private static let marks: [UInt8] = Array("@\n\u{1E}\rANSI ".utf8)

    /// The type, the elements with LF between them, and CR.
    private func subfile(_ type: SubfileType, _ elements: [Element]) -> [UInt8] {
        let lines = elements.map { element in
            Array(element.id.code.utf8)
                + text(of: element).utf8.map { $0 < 0x20 || $0 == 0x7F ? Byte.space : $0 }
        }
        return Array(type.code.utf8) + lines.joined(separator: [Byte.lineFeed]) + [Byte.carriageReturn]
    }

    /// Also where only another version means a social security number or health data by the identifier.
    private func isRedacted(_ element: Element, _ version: Int?) -> Bool {
        ElementDefinition.of(element.id, version: version)?.isRedacted ?? false
    }

    // MARK: Stripes

    /// Everything behind the second track that no shown element holds: the health number, and what could be one.
    private var blankedStripe: [UInt8] {
        let second = elements.filter { Self.secondTrack.contains($0.id) }.map(\.value.upperBound).max() ?? 0
        let end = bytes[second...].firstIndex(of: Byte.question) ?? bytes.endIndex
        let third = bytes[end...].dropFirst()
        let shown = elements.filter { ElementDefinition.of($0.id, version: nil)?.isRedacted != true }
        var payload = bytes
        // The track's start sentinel and its versions.
        let start = (third.firstIndex { !$0.isBlankOrControl } ?? third.endIndex) + 4
        for index in third.indices where index >= start && bytes[index] != Byte.question {
            if !shown.contains(where: { $0.value.contains(index) }) { payload[index] = Byte.space }
        }
        return Array(payload.span.text(0..<payload.count).utf8)
    }

    private static let secondTrack: Set<ElementID> = [.number, .expiryDate, .birthDate, .numberOverflow]
}

extension Header {
    /// Issuer, versions and number of subfiles. What is unknown is written as zeros, and an unknown version as the last that
    /// is known, as cards of unknown version are read.
    fileprivate func redactedDigits(entries: Int) -> [UInt8] {
        let version = version ?? 10
        let jurisdiction = version > 1 ? (jurisdictionVersion ?? 0).digits(2) : []
        return (issuer?.number ?? 0).digits(6) + version.digits(2) + jurisdiction + entries.digits(2)
    }
}

extension Int {
    /// The last `count` decimal digits in ASCII.
    fileprivate func digits(_ count: Int) -> [UInt8] {
        var rest = self
        var digits: [UInt8] = []
        for _ in 0..<count {
            digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        return digits.reversed()
    }
}
