import Glibc
import Testing

/// What the daemon holds of the machine's memory.
@Suite(.ownThreads) struct MemoryTests {
    @Test func `a daemon at work holds less than its start took`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
        let (most, now) = try (shop.daemon.memory("VmHWM"), shop.daemon.memory("VmRSS"))
        #expect(now * 10 < most * 9, "\(now) kB of \(most) kB at the most")
    }
}

extension Daemon {
    /// A figure of proc(5), `/proc/PID/status`, in kB.
    fileprivate func memory(_ name: String) throws -> Int {
        let status = try LineReader(open("/proc/\(process)/status", O_RDONLY | O_CLOEXEC)).rest()
        let words = try #require(status.first { $0.hasPrefix("\(name):") }).split { $0 == " " || $0 == "\t" }
        return try #require(Int(words[1]))
    }
}
