/// Every element of a licence with its meaning and typed value, for sockets that ask for it.
///
/// Social security and health numbers are left out, whatever is configured.
public struct Document: Sendable {
    public struct Item: Sendable {
        /// The element's identifier, such as `DAQ`.
        public let id: String
        /// The subfile's type, such as `DL`.
        public let subfile: String
        /// What the standard calls it; `nil` for what it doesn't define.
        public let name: String?
        /// As scanned, trimmed.
        public let text: String
        /// A date as YYYY-MM-DD, a number or a code's meaning, where the standard gives one and the value fits.
        public let value: String?

        public init(id: String, subfile: String, name: String?, text: String, value: String?) {
            self.id = id
            self.subfile = subfile
            self.name = name
            self.text = text
            self.value = value
        }
    }

    /// The AAMVA version; `nil` for a stripe.
    public var version: Int?
    /// The issuer's number, six digits.
    public var issuer: String?
    public var items: [Item]

    public init(version: Int?, issuer: String?, items: [Item]) {
        self.version = version
        self.issuer = issuer
        self.items = items
    }
}

extension Document: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Document(\(items.count) elements)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Document.Item: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Document.Item(\(id))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
