import Foundation

/// One line of `decode --lines`: a JSON string that holds a payload.
enum PayloadLine {
    /// The payload's bytes: code points up to 0xFF are bytes, unless any is greater: then it is the string's UTF-8.
    /// `nil` where the line is no JSON string.
    static func bytes(_ line: [UInt8]) -> [UInt8]? {
        let options: JSONSerialization.ReadingOptions = [.fragmentsAllowed]
        guard let object = try? JSONSerialization.jsonObject(with: Data(line), options: options),
            let text = object as? String
        else { return nil }
        let scalars = text.unicodeScalars
        return scalars.allSatisfy { $0.value <= 0xFF } ? scalars.map { UInt8($0.value) } : Array(text.utf8)
    }
}
