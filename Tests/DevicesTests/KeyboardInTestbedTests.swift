import Devices
import Scanning
import Testing

extension InTestbedTests {
    /// Keyboards as the testbed simulates them, where a grab excludes nobody.
    @Suite struct KeyboardTests {
        private static let licence = Array(
            """
            @\n\u{1E}\rANSI 636028080002DL00410209ZB02500031DLDAQ1234567\nDCSSAMPLE\nDDEN\nDACJANE QUINN\nDDFN\nDAD\nDDGN\n\
            DCAC\nDCBNONE\nDCDNONE\nDBD20240315\nDBB19900704\nDBA20290704\nDBC2\nDAU165 cm\nDAYBRO\nDAG99-100 MAIN ST.\n\
            DAIVICTORIA\nDAJBC\nDAKV8V 1A1  \nDCF012345678\nDCGCAN\nDCK\rZBZBA#{}[]~`|\\<>?!$%^&*()_+\r
            """.utf8)

        private let bed: Testbed
        private let loop: DeviceLoop
        private let payload: TemporaryFile

        init() throws {
            bed = try Testbed()
            loop = try DeviceLoop()
            payload = try TemporaryFile(Self.licence)
        }

        /// Plugs a scanner in, opens its keyboards, and takes all down again after `body`.
        private func withScanner(
            _ name: String, keyboards: Int = 1, options: String = "",
            _ body: ([String], ScannerConnection) async throws -> Void
        ) async throws {
            let nodes = try bed("plug \(name) \(options)")
            do {
                let connection = try loop.openKeyboards(Array(nodes.prefix(keyboards)))
                try await body(nodes, connection)
            } catch {
                try bed("unplug \(name)")
                throw error
            }
            try bed("unplug \(name)")
            loop.stop()
        }

        /// What the keys type, until it is `enough`; `nil` stands for dropped events.
        private func typed(
            on connection: ScannerConnection, until enough: ([[UInt8]?]) -> Bool
        ) async -> [[UInt8]?] {
            var wedge = KeyboardWedge(layout: .us)
            var pieces: [[UInt8]?] = [[]]
            for await timed in connection.inputs {
                switch timed.input {
                case .keys(let keys):
                    pieces[pieces.count - 1]? += wedge.receive(keys)
                case .eventsDropped:
                    wedge.reset()
                    pieces += [nil, []]
                case .bytes, .scanEnded, .garbled, .silence:
                    return pieces
                }
                if enough(pieces) { break }
            }
            return pieces
        }

        private func typed(_ count: Int, on connection: ScannerConnection) async -> [[UInt8]?] {
            await typed(on: connection) { pieces in pieces.reduce(0) { $0 + ($1?.count ?? 0) } >= count }
        }

        @Test(arguments: [0, 1]) func `a whole licence arrives key by key`(pace: Int) async throws {
            try await withScanner("keyboard") { nodes, connection in
                try await connection.waitUntilReady()
                try bed("type-text \(nodes[0]) \(pace) \(payload.path)")
                let received = await typed(Self.licence.count, on: connection)
                #expect(received == [Self.licence])
            }
        }

        @Test func `an overflow of the kernel's buffer is told where it happened`() async throws {
            try await withScanner("keyboard") { nodes, connection in
                try await connection.waitUntilReady()
                try bed("type-text \(nodes[0]) 0 \(payload.path) 100")
                let received = await typed(on: connection) { $0.contains(nil) }
                #expect(received == [Array(Self.licence.prefix(100)), nil, []])
            }
        }

        @Test func `the licence after an overflow arrives whole`() async throws {
            try await withScanner("keyboard") { nodes, connection in
                try await connection.waitUntilReady()
                try bed("type-text \(nodes[0]) 0 \(payload.path) 270")
                // With the overflow libevdev drops whatever is there when it reads it.
                await loop.comeRound()
                try bed("type-text \(nodes[0]) 0 \(payload.path)")
                let received = await typed(on: connection) { pieces in
                    pieces.last??.suffix(Self.licence.count).elementsEqual(Self.licence) == true
                }
                #expect(received.contains(nil))
            }
        }

        @Test func `both keyboards of one scanner are read by one connection`() async throws {
            try await withScanner("composite", keyboards: 2) { nodes, connection in
                try await connection.waitUntilReady()
                try bed("type-text \(nodes[0]) 0 \(payload.path)")
                try bed("type-text \(nodes[1]) 0 \(payload.path)")
                let received = await typed(2 * Self.licence.count, on: connection)
                #expect(received == [Self.licence + Self.licence])
            }
        }

        @Test func `a keyboard that appears later joins its scanner's connection`() async throws {
            try await withScanner("composite", keyboards: 1) { nodes, connection in
                try await connection.waitUntilReady()
                try connection.attach(nodes[1])
                await loop.comeRound()
                try bed("type-text \(nodes[1]) 0 \(payload.path)")
                let received = await typed(Self.licence.count, on: connection)
                #expect(received == [Self.licence])
            }
        }

        @Test func `a keyboard with a key down is taken once the key is up`() async throws {
            try await withScanner("keyboard", options: "held") { nodes, connection in
                let release = try TemporaryFile(Array("E: 0.0 0001 001c 0\nE: 0.0 0000 0000 0\n".utf8))
                try bed("type \(nodes[0]) \(release.path)")
                try await connection.waitUntilReady()
                try bed("type-text \(nodes[0]) 0 \(payload.path)")
                let received = await typed(Self.licence.count, on: connection)
                #expect(received == [Self.licence])
            }
        }

        @Test func `a scanner ends with the last of its keyboards`() async throws {
            try bed("plug keyboard")
            let composite = try bed("plug composite")
            let single = try loop.openKeyboards([
                "/dev/input/by-id/usb-Honeywell_3310g_17A0001-event-kbd"
            ])
            try single.attach(composite[0])
            try await single.waitUntilReady()
            try bed("unplug keyboard")
            try bed("type-text \(composite[0]) 0 \(payload.path)")
            let received = await typed(Self.licence.count, on: single)
            try bed("unplug composite")
            let next = await single.next()
            loop.stop()
            #expect(received == [Self.licence])
            #expect(next == nil)
        }

        @Test func `closing a keyboard ends its stream`() async throws {
            try await withScanner("keyboard") { _, connection in
                try await connection.waitUntilReady()
                connection.close()
                let next = await connection.next()
                #expect(next == nil)
            }
        }
    }
}
