public import Scanning

/// Why a device can't be used.
///
/// Each case names the path; the operator's cases (`permission`, `busy`, `notFound`) say what would help.
public enum DeviceError: Error, Hashable, Sendable {
    case permission(path: String)
    /// Another process holds it.
    case busy(path: String)
    case notFound(path: String)
    /// A system call failed: its name and errno.
    case io(call: String, path: String, errno: Int32)

    /// The till protocol's word for it.
    public var reason: TillMessage.ScannerFault.Reason {
        switch self {
        case .permission: .permission
        case .busy: .busy
        case .notFound: .notFound
        case .io: .io
        }
    }
}
