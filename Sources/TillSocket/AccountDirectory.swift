import Glibc

/// The machine's users and groups, by name. Answers may come from the network (NSS): not for the event loop.
enum AccountDirectory {
    /// `nil` if there is no such user, or the directory can't be asked.
    static func user(named name: String) -> UInt32? {
        var record = passwd()
        return look { buffer, size in
            var found: UnsafeMutablePointer<passwd>?
            let result = getpwnam_r(name, &record, buffer, size, &found)
            return (result, found?.pointee.pw_uid)
        }
    }

    /// `nil` if there is no such group, or the directory can't be asked.
    static func group(named name: String) -> UInt32? {
        var record = Glibc.group()
        return look { buffer, size in
            var found: UnsafeMutablePointer<Glibc.group>?
            let result = getgrnam_r(name, &record, buffer, size, &found)
            return (result, found?.pointee.gr_gid)
        }
    }

    /// A group's entry lists its members, so it has no greatest size: twice the room until it fits.
    private static func look(_ call: (UnsafeMutablePointer<CChar>, Int) -> (Int32, UInt32?)) -> UInt32? {
        var size = 4096
        while size <= 1 << 24 {
            let (result, id) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer in
                buffer.baseAddress.map { call($0, size) } ?? (ENOMEM, nil)
            }
            if result != ERANGE { return result == 0 ? id : nil }
            size *= 2
        }
        return nil
    }
}
