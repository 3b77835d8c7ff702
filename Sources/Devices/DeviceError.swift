import Glibc
public import Scanning

/// Why a device can't be used.
///
/// The operator's cases (`permission`, `busy`, `notFound`, `wrongKind`) say what would help; `io` names the system call.
public enum DeviceError: Error, Hashable, Sendable {
    /// `group`: the one that owns the device file, where the file can be seen.
    case permission(path: String, group: String? = nil)
    /// Another process holds it: `holders` are those that have it open, where that can be seen.
    case busy(path: String, holders: [DeviceHolder] = [])
    case notFound(path: String)
    /// The file is there, but it is no device of the kind it was named as.
    case wrongKind(path: String, wanted: ScannerStatus.Transport)
    /// A system call failed: its name and errno.
    case io(call: String, path: String, errno: Int32)

    /// The case that a failed system call on a device file means.
    init(call: String, path: String, errno code: Int32) {
        self =
            switch code {
            case EACCES, EPERM: .permission(path: path, group: DeviceAccess.group(of: path))
            case EBUSY, EWOULDBLOCK: .busy(path: path)
            // What a file system says of a node that is gone, and a driver of a node whose device is gone.
            case ENOENT, ENOTDIR, ENODEV, ENXIO: .notFound(path: path)
            default: .io(call: call, path: path, errno: code)
            }
    }

    /// The same with the processes that hold the device, as far as this one may see them; it looks through all of /proc.
    public var namingHolders: DeviceError {
        guard case .busy(let path, _) = self else { return self }
        return .busy(path: path, holders: DeviceHolder.holders(of: path))
    }

    /// The till protocol's word for it.
    public var reason: TillMessage.ScannerFault.Reason {
        switch self {
        case .permission: .permission
        case .busy: .busy
        case .notFound: .notFound
        case .wrongKind, .io: .io
        }
    }

    /// One sentence for whoever set the device up: what, where, what to do.
    public var message: String {
        switch self {
        case .permission(let path, let group?):
            "may not open \(path): it belongs to group \(group); run as a member of that group, or install the udev rules"
        case .permission(let path, nil):
            "may not open \(path): give the user that scanbridge runs as access to it, or install the udev rules"
        case .busy(let path, let holders) where !holders.isEmpty:
            "\(path) is held by another program: stop \(holders.map(\.description).joined(separator: ", "))"
        case .busy(let path, _):
            "\(path) is held by another program: stop it (often ModemManager, brltty, keyd or a second scanbridge; "
                + "'scanbridge devices', run as root, names it)"
        case .notFound(let path):
            "\(path) is not there: plug the scanner in, or correct the path"
        case .wrongKind(let path, .serial):
            "\(path) is no serial port: name a terminal device such as /dev/ttyACM0 or one in /dev/serial/by-id"
        case .wrongKind(let path, .evdev):
            "\(path) is no evdev keyboard: name an event device of a scanner, such as one in /dev/input/by-id"
        case .wrongKind(let path, .hidraw):
            "\(path) is no HID POS scanner: name the raw HID device of one, such as /dev/hidraw0"
        case .io(let call, let path, let code):
            "\(call) on \(path) failed: \(String(cString: strerror(code))); unplug the scanner and plug it in again"
        }
    }
}

extension DeviceError: CustomStringConvertible {
    public var description: String { message }
}
