extension Record {
    /// An element's value as it was scanned, padding and all: UTF-8 where it is valid, else ISO 8859-1.
    public func text(of element: Element) -> String { bytes.span.text(element.value) }
}

extension Span<UInt8> {
    /// A part as text: UTF-8 where it is valid, else ISO 8859-1, in which every byte is a character.
    func text(_ range: Range<Int>) -> String {
        let part = extracting(range)
        return part.withUnsafeBufferPointer { bytes in
            if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            var text = ""
            for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
            return text
        }
    }
}
