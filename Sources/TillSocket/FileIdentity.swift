import Glibc

/// Which file it is, whatever its name.
struct FileIdentity: Hashable {
    private let device: UInt
    private let node: UInt
    let isSocket: Bool

    /// `nil` if there is none.
    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// A link isn't followed. `nil` if there is none.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = status.st_dev
        node = status.st_ino
        isSocket = status.st_mode & S_IFMT == S_IFSOCK
    }
}
