import FoundationEssentials

extension JSON {
    /// `nil` where the bytes are no JSON.
    init?(reading bytes: some Sequence<UInt8>) {
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(bytes)) else { return nil }
        self = value
    }
}

extension JSON: Decodable {
    /// Numbers are read as decimals, so that no cent is lost on the way; an object's members have no order any more.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number.description)
        } else if let number = try? container.decode(Double.self) {
            // Beyond what a decimal holds, which nothing here asks for, but a body may hold it all the same.
            self = .number("\(number)")
        } else if let items = try? container.decode([JSON].self) {
            self = .array(items)
        } else {
            let members = try container.decode([String: JSON].self)
            self = .object(members.map { Member(name: $0.key, value: $0.value) })
        }
    }
}
