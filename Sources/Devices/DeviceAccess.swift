import Glibc

/// Whether this process may open a device file, found out without opening it: opening can have effects of its own (a
/// serial scanner sees its modem lines rise).
public enum DeviceAccess: Hashable, Sendable {
    case granted
    /// `group`: the one that owns the file.
    case denied(group: String?)
    case missing

    /// Asks for what reading a device needs: reading alone for an event device, writing as well for a serial port.
    public static func check(_ path: String, writing: Bool) -> DeviceAccess {
        let mode = writing ? R_OK | W_OK : R_OK
        if faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0 { return .granted }
        return errno == EACCES || errno == EPERM || errno == EROFS
            ? .denied(group: group(of: path)) : .missing
    }

    /// The name of the group that owns the file, its number where it has no name; `nil` where the file can't be seen.
    static func group(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        var entry = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16384) { buffer in
            getgrgid_r(status.st_gid, &entry, buffer.baseAddress, buffer.count, &found)
            guard let found else { return String(status.st_gid) }
            return String(cString: found.pointee.gr_name)
        }
    }
}
