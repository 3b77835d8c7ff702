/// An address's parts: `scheme://host[:port][/path]`.
///
/// It knows no user, query or fragment: none has a place in a service's address, and a user's part would be a secret in the
/// configuration.
///
/// Source: RFC 3986, section 3, "Syntax Components".
struct WebAddress: Hashable, Sendable {
    /// In lower case.
    let scheme: String
    /// In lower case; a version 6 address with its brackets.
    let host: String
    let port: Int?
    /// Empty, or with a leading slash and without a trailing one.
    let path: String

    /// `nil` where `text` has another form.
    init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var path = rest[slash...]
        while path.last == "/" { path.removeLast() }
        guard path.utf8.allSatisfy(\.isPathByte), !path.contains("//"), !path.contains("/../") else {
            return nil
        }
        self.path = String(path)
        guard let (host, port) = Self.authority(rest[..<slash]) else { return nil }
        self.host = host
        self.port = port
    }

    /// Whether it names this machine: `localhost`, 127.0.0.0/8 or `::1`.
    var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
        var host = text
        var port: Int?
        let bracket = text.lastIndex(of: "]") ?? text.startIndex
        if let colon = text[bracket...].lastIndex(of: ":") {
            host = text[..<colon]
            guard let number = Int(text[text.index(after: colon)...]), (1...65535).contains(number) else {
                return nil
            }
            port = number
        }
        return isHost(host) ? (host.lowercased(), port) : nil
    }

    private static func isHost(_ text: Substring) -> Bool {
        if text.first == "[", text.last == "]" {
            let inner = text.dropFirst().dropLast()
            return inner.contains(":") && inner.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        }
        return !text.isEmpty && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x2E }
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isAlphanumeric: Bool { (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) }

    /// What needs no percent sign anywhere in an address (RFC 3986, section 2.3).
    var isUnreserved: Bool { isAlphanumeric || self == 0x2D || self == 0x2E || self == 0x5F || self == 0x7E }

    fileprivate var isPathByte: Bool {
        isUnreserved || self == UInt8(ascii: "/") || self == UInt8(ascii: "%")
    }
}
