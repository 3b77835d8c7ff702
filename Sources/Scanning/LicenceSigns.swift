import AAMVA

/// Knows what a part of a licence may look like, when its header is gone or its layout is not the one it was typed in.
///
/// Strict on purpose: a product's code that is taken for a licence is scanned again; a licence that is taken for a product's
/// code would be typed into whatever window has the focus.
///
/// Source: AAMVA DL/ID Card Design Standard (2000 to 2020), Annex D (file header, elements) and F (magnetic stripe).
enum LicenceSigns {
    /// The fewest of `printedOnAll` that make a text without separators suspect: three letters alone may be in any. Where
    /// letters of both cases are mixed, as in links, more of them are there by chance.
    private static let fewestIdentifiers = (oneCase: 2, mixed: 3)

    /// Whether a scan's text, without its suffix, may be a licence or a part of one.
    static func are(in text: [UInt8]) -> Bool {
        let isMixed =
            text.contains { (0x61...0x7A).contains($0) } && text.contains { (0x41...0x5A).contains($0) }
        let text = text.map(\.asciiUppercased)
        return hasSeparator(text) || hasManyLines(text) || hasFileType(text) || hasStripeMark(text)
            || hasElementLines(text)
            || joinedElements(text) >= (isMixed ? fewestIdentifiers.mixed : fewestIdentifiers.oneCase)
    }

    /// Whether a text begins with an element's identifier, as a licence's line does.
    static func beginsElement(_ text: [UInt8]) -> Bool { isElement(text.map(\.asciiUppercased)[...]) }

    /// LF or RS: they separate elements and stand in the header, and hardly in a product's code.
    private static func hasSeparator(_ text: [UInt8]) -> Bool { text.contains { $0 == 0x0A || $0 == 0x1E } }

    private static func hasManyLines(_ text: [UInt8]) -> Bool {
        text.split(separator: 0x0D).count { $0.contains { !$0.isBlankControl } } > 1
    }

    /// `ANSI ` or `AAMVA`, and digits; or `ANSI` with digits right behind it.
    private static func hasFileType(_ text: [UInt8]) -> Bool {
        guard text.contains(where: \.isASCIIDigit) else { return false }
        return (0..<text.count).contains { place in
            let rest = text[place...]
            if rest.starts(with: "AAMVA".utf8) { return true }
            guard rest.starts(with: "ANSI".utf8), let next = rest.dropFirst(4).first else { return false }
            return next == UInt8(ascii: " ") || next.isASCIIDigit
        }
    }

    /// `%` and later `^`, as on a first track; or `;` and an issuer's number, as on a second.
    private static func hasStripeMark(_ text: [UInt8]) -> Bool {
        if let percent = text.firstIndex(of: UInt8(ascii: "%")),
            text[percent...].contains(UInt8(ascii: "^"))
        {
            return true
        }
        return (0..<text.count).contains { place in
            let digits = text[place...].dropFirst().prefix(6)
            return text[place] == UInt8(ascii: ";") && digits.count == 6
                && digits.allSatisfy(\.isASCIIDigit)
                && (digits.starts(with: "636".utf8) || digits.starts(with: "604".utf8))
        }
    }

    /// Two or more lines, whatever control characters part them, that begin with an element's identifier.
    static func hasElementLines(_ text: [UInt8]) -> Bool {
        text.map(\.asciiUppercased).split { $0 < 0x20 }.count(where: isElement) > 1
    }

    /// How many elements may be in a text without separators, as a scanner types it that drops control characters.
    private static func joinedElements(_ text: [UInt8]) -> Int {
        guard text.count >= 3 else { return 0 }
        var found: Set<ElementID> = []
        for place in 0...text.count - 3 {
            let id = ElementID(text[place], text[place + 1], text[place + 2])
            if printedOnAll.contains(id) { found.insert(id) }
        }
        return found.count
    }

    /// An element's identifier, alone or behind the type of its subfile: `DAQ`, `DLDAQ`, `ZOA`, `ZOZOA`.
    private static func isElement(_ line: ArraySlice<UInt8>) -> Bool {
        FurtherSubfile.begins(Array(line.prefix(5))) || isIdentifier(line.prefix(3))
    }

    private static func isIdentifier(_ letters: ArraySlice<UInt8>) -> Bool {
        guard letters.count == 3, letters.allSatisfy(\.isASCIILetter) else { return false }
        let place = letters.startIndex
        let id = ElementID(letters[place], letters[place + 1], letters[place + 2])
        return letters[place] == UInt8(ascii: "Z") || ElementDefinition.of(id, version: nil) != nil
    }

    /// Elements that nearly every card has.
    private static let printedOnAll: Set<ElementID> = [
        ElementID("DAA"), ElementID("DAB"), ElementID("DAC"), ElementID("DAD"), ElementID("DAG"),
        ElementID("DAI"), ElementID("DAJ"), ElementID("DAK"), ElementID("DAL"), ElementID("DAN"),
        ElementID("DAO"), ElementID("DAP"), ElementID("DAQ"), ElementID("DAR"), ElementID("DAS"),
        ElementID("DAT"), ElementID("DAU"), ElementID("DAY"), ElementID("DBA"), ElementID("DBB"),
        ElementID("DBC"), ElementID("DBD"), ElementID("DCA"), ElementID("DCB"), ElementID("DCD"),
        ElementID("DCF"), ElementID("DCG"), ElementID("DCS"), ElementID("DCT"), ElementID("DDE"),
        ElementID("DDF"), ElementID("DDG"),
    ]
}

extension UInt8 {
    fileprivate var asciiUppercased: UInt8 { isASCIILetter ? self & 0xDF : self }
}
