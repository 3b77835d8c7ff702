/// What is wrong with a seed, and where.
struct SeedError: Error, Hashable, CustomStringConvertible {
    let file: String
    /// Such as `people[3].accounts[0].pin`; empty for the whole file.
    let key: String
    let message: String

    var description: String {
        key.isEmpty ? "\(file): \(message)" : "\(file): \(key): \(message)"
    }
}

extension SeedError {
    init(file: String, _ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(file: file, key: Self.name(context.codingPath + [key]), message: "is missing")
        case .valueNotFound(_, let context), .typeMismatch(_, let context):
            self.init(
                file: file, key: Self.name(context.codingPath), message: "has another type than it should")
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            self.init(file: file, key: "", message: "is no JSON object; `--print-seed` shows one")
        case .dataCorrupted(let context):
            self.init(file: file, key: Self.name(context.codingPath), message: context.debugDescription)
        @unknown default:
            self.init(file: file, key: "", message: "is no seed; `--print-seed` shows one")
        }
    }

    private static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { name, key in
            if let index = key.intValue { return "\(name)[\(index)]" }
            let written = key.stringValue.reduce("") {
                $0 + ($1.isUppercase ? "_\($1.lowercased())" : "\($1)")
            }
            return name.isEmpty ? written : "\(name).\(written)"
        }
    }
}
