import FoundationEssentials

/// One line of `decode --lines`: a JSON string that holds a payload.
enum PayloadLine {
    /// The payload's bytes: code points up to 0xFF are bytes, unless any is greater: then it is the string's UTF-8.
    /// `nil` where the line is no JSON string.
    static func bytes(_ line: [UInt8]) -> [UInt8]? {
        guard let text = try? JSONDecoder().decode(String.self, from: Data(line)) else { return nil }
        let scalars = text.unicodeScalars
        return scalars.allSatisfy { $0.value <= 0xFF } ? scalars.map { UInt8($0.value) } : Array(text.utf8)
    }
}
