import Foundation

/// A line of the daemon as the commands read it: its keys by name, absent where they don't fit.
struct TillLine {
    private let keys: [String: Any]

    /// `nil` where the line is no JSON object with a `type`.
    init?(_ line: [UInt8]) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(line)),
            let keys = object as? [String: Any],
            keys["type"] is String
        else { return nil }
        self.keys = keys
    }

    private init(keys: [String: Any]) {
        self.keys = keys
    }

    var type: String { text("type") ?? "" }

    /// Whether the daemon says that this user may not connect.
    var isDenial: Bool { type == "bye" && text("reason") == "denied" }

    /// The key's text, safe for a terminal: a barcode may hold any character.
    func text(_ key: String) -> String? { (keys[key] as? String)?.shown }

    func number(_ key: String) -> Double? { (keys[key] as? NSNumber)?.doubleValue }

    func group(_ key: String) -> TillLine? { (keys[key] as? [String: Any]).map(TillLine.init(keys:)) }

    func groups(_ key: String) -> [TillLine] {
        (keys[key] as? [[String: Any]] ?? []).map(TillLine.init(keys:))
    }

    /// The group's own keys with their numbers, such as failures by reason.
    var counts: [(name: String, count: Int)] {
        keys.compactMap { name, value in (value as? NSNumber).map { (name, $0.intValue) } }.sorted {
            $0.0 < $1.0
        }
    }
}
