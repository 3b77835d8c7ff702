/// Why an address can't be used.
public enum AddressError: Error, Hashable, Sendable, CustomStringConvertible {
    case form
    /// `http` to another machine.
    case plainText
    case proxyForm

    /// What is allowed, behind the key and a colon.
    public var description: String {
        switch self {
        case .form: "want https://HOST[:PORT]/PATH, without user, query or fragment"
        case .plainText: "want https; plain http is for this machine only (localhost, 127.0.0.1, [::1])"
        case .proxyForm: "want http://HOST:PORT, without user or path"
        }
    }
}
