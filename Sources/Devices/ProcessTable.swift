import Glibc

/// Which processes run and which device files they have open, at one moment, but for this one.
///
/// Shows what other users' processes have open to root only.
public struct ProcessTable: Sendable {
    /// The names of the programs that run, as the kernel knows them: at most 15 bytes.
    public let programs: Set<String>
    /// By the device's number, since a device file has other names too.
    private let holders: [dev_t: [DeviceHolder]]

    /// Looks through all of /proc.
    public init() {
        var programs: Set<String> = []
        var holders: [dev_t: [DeviceHolder]] = [:]
        for process in Self.entries(of: "/proc").compactMap({ Int32($0) }).sorted() where process != getpid()
        {
            let holder = DeviceHolder(process: process, name: Self.name(of: process))
            programs.insert(holder.name)
            for device in Self.devices(of: process) { holders[device, default: []].append(holder) }
        }
        self.programs = programs
        self.holders = holders
    }

    /// The processes that hold a device file, ascending. An empty answer means "nobody that may be seen".
    public func holders(of path: String) -> [DeviceHolder] {
        var wanted = stat()
        guard stat(path, &wanted) == 0, wanted.st_mode & S_IFMT == S_IFCHR else { return [] }
        return holders[wanted.st_rdev] ?? []
    }

    private static func devices(of process: Int32) -> Set<dev_t> {
        let folder = "/proc/\(process)/fd"
        var devices: Set<dev_t> = []
        for entry in entries(of: folder) {
            // Following the entry opens nothing.
            var status = stat()
            if stat("\(folder)/\(entry)", &status) == 0, status.st_mode & S_IFMT == S_IFCHR {
                devices.insert(status.st_rdev)
            }
        }
        return devices
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
