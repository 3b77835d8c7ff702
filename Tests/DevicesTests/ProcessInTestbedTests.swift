import Devices
import Foundation
import Testing

extension InTestbedTests {
    @Suite struct ProcessTests {
        /// How often the loop's thread has gone to sleep.
        private func sleeps() throws -> Int {
            for task in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task") {
                let status = try String(contentsOfFile: "/proc/self/task/\(task)/status", encoding: .utf8)
                guard status.hasPrefix("Name:\tscanbridge-read") else { continue }
                let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
                return try #require(line?.split(separator: "\t").last.flatMap { Int($0) })
            }
            throw CocoaError(.fileNoSuchFile)
        }

        @Test func `a loop with nothing to do never wakes`() async throws {
            let line = try await SerialLine()
            await line.loop.comeRound()
            try await Task.sleep(for: .milliseconds(100))
            let before = try sleeps()
            try await Task.sleep(for: .seconds(1))
            let after = try sleeps()
            line.loop.stop()
            #expect(after == before)
        }

        @Test func `deadlines put off before they pass don't wake the loop`() async throws {
            let line = try await SerialLine()
            line.connection.wake(at: .now + .seconds(300))
            try await Task.sleep(for: .milliseconds(100))
            let before = try sleeps()
            for second in 301...400 { line.connection.wake(at: .now + .seconds(second)) }
            try await Task.sleep(for: .milliseconds(100))
            let after = try sleeps()
            line.loop.stop()
            #expect(after == before)
        }

        @Test func `a byte that puts a deadline off wakes the loop once`() async throws {
            let line = try await SerialLine()
            line.connection.wake(at: .now + .seconds(300))
            try await Task.sleep(for: .milliseconds(100))
            let before = try sleeps()
            for second in 301...400 {
                try line.scanner.write([0x41])
                _ = await line.connection.next()
                line.connection.wake(at: .now + .seconds(second))
            }
            try await Task.sleep(for: .milliseconds(100))
            let after = try sleeps()
            line.loop.stop()
            #expect(after - before < 150)
        }

        @Test func `a hardened process leaves no core and no freed data`() throws {
            ProcessHardening.apply()
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
            // M_PERTURB fills what is freed with one byte, and what is given out with its complement.
            let fresh = try #require(malloc(1024))
            defer { free(fresh) }
            let bytes = Set(UnsafeRawBufferPointer(start: fresh, count: 1024))
            #expect(limit.rlim_max == 0)
            #expect(bytes == [0x5A])
        }
    }
}
