extension Record {
    /// An element's value as it was scanned, padding and all: UTF-8 where it is valid, else ISO 8859-1.
    public func text(of element: Element) -> String { bytes.span.text(element.value) }
}

extension Span<UInt8> {
    /// A part as text: UTF-8 where it is valid, else ISO 8859-1, in which every byte is a character.
    func text(_ range: Range<Int>) -> String {
        do {
            return String(copying: try UTF8Span(validating: extracting(range)))
        } catch {
            var text = ""
            for index in range { text.unicodeScalars.append(Unicode.Scalar(self[index])) }
            return text
        }
    }

    /// The same with runs of blanks folded.
    func foldedText(_ range: Range<Int>) -> String {
        text(range).split(separator: " ").joined(separator: " ")
    }
}
