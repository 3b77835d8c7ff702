import Glibc

/// What a process holds of the machine's memory, as the kernel tells it.
struct MemoryReading {
    private static let aim = 24.0

    let figures: [Figure]
    /// `VmRSS`, in bytes.
    let resident: Double

    /// Source: proc(5), `status` and `smaps_rollup`. The second is root's where a process forbids core dumps, and is left
    /// out for others.
    init(of process: pid_t) throws(BenchError) {
        let status = try Self.text("/proc/\(process)/status")
        var figures: [Figure] = []
        resident = (Self.megabytes("VmRSS", in: status) ?? 0) * 1_000_000
        if let resident = Self.megabytes("VmRSS", in: status) {
            figures.append(Figure("resident (VmRSS)", resident, .megabytes, aim: Self.aim))
        }
        if let peak = Self.megabytes("VmHWM", in: status) {
            figures.append(Figure("most ever resident (VmHWM)", peak, .megabytes))
        }
        if let rollup = try? Self.text("/proc/\(process)/smaps_rollup"),
            let share = Self.megabytes("Pss", in: rollup)
        {
            figures.append(Figure("its share of what is resident (Pss)", share, .megabytes))
        }
        self.figures = figures
    }

    /// The value of a line such as `VmRSS:     12345 kB`, whose unit is 1024 bytes.
    private static func megabytes(_ key: String, in text: String) -> Double? {
        let line = text.split(separator: "\n").first { $0.hasPrefix(key + ":") }
        let words = line?.split { $0 == " " || $0 == "\t" }
        return words?.dropFirst().first.flatMap { Double($0) }.map { $0 * 1024 / 1_000_000 }
    }

    /// A file of the kernel's.
    static func text(_ path: String) throws(BenchError) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .call("open", path) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(file, &bytes, bytes.count)
        guard count >= 0 else { throw .call("read", path) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
