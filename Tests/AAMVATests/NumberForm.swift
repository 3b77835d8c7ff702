/// A published form of licence numbers in words: `A1 914` is "letter, 14 digits".
struct NumberForm {
    let words: String

    init(_ pattern: StaticString) {
        words = pattern.description.split(separator: " ").map { Self.words($0) }.joined(separator: ", ")
    }

    private static func words(_ part: Substring) -> String {
        if part.hasPrefix("'") { return String(part.dropFirst().dropLast()) }
        let count = part.dropFirst()
        let kind =
            switch part.first {
            case "A": "letter"
            case "9": "digit"
            default: "letter or digit"
            }
        if count == "1" { return kind }
        if count == "0-1" { return kind + " or none" }
        return count + " " + kind.replacing(" or ", with: "s or ") + "s"
    }
}
