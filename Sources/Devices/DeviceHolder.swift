import Glibc

/// A process that has a device file open.
public struct DeviceHolder: Hashable, Sendable, CustomStringConvertible {
    public let process: Int32
    /// The program's name as the kernel knows it: at most 15 bytes.
    public let name: String

    public var description: String { "\(name) (process \(process))" }

    /// The processes that hold a device file, ascending, but for this one.
    ///
    /// Shows other users' processes to root only: an empty answer means "nobody that may be seen".
    public static func holders(of path: String) -> [DeviceHolder] {
        var wanted = stat()
        guard stat(path, &wanted) == 0 else { return [] }
        let others = entries(of: "/proc").compactMap { Int32($0) }.filter { $0 != getpid() }.sorted()
        return others.filter { holds($0, wanted.st_rdev) }.map {
            DeviceHolder(process: $0, name: name(of: $0))
        }
    }

    private static func holds(_ process: Int32, _ device: dev_t) -> Bool {
        let folder = "/proc/\(process)/fd"
        return entries(of: folder).contains { entry in
            // By the device's number, since the file has other names too; following the entry opens nothing.
            var status = stat()
            return stat("\(folder)/\(entry)", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
                && status.st_rdev == device
        }
    }

    private static func name(of process: Int32) -> String {
        guard let file = fopen("/proc/\(process)/comm", "re") else { return "?" }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = fread(&buffer, 1, buffer.count, file)
        return String(decoding: buffer.prefix(count).prefix { $0 != 0x0A }, as: UTF8.self)
    }

    private static func entries(of folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { names.append(String(cString: $0)) }
            }
        }
        return names.filter { !$0.hasPrefix(".") }
    }
}
