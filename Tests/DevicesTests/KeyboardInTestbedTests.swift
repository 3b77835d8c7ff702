import Devices
import Foundation
import Scanning
import Testing

/// Keyboards as umockdev simulates them: no grab excludes, and nothing tells of a removal, so no test here is about these.
@Suite(.serialized, .timeLimit(.minutes(1)), .enabled(if: Testbed.isHere, "run by TestbedRunTests"))
struct KeyboardInTestbedTests {
    private static let licence = Array(
        """
        @\n\u{1E}\rANSI 636028080002DL00410209ZB02500031DLDAQ1234567\nDCSSAMPLE\nDDEN\nDACJANE QUINN\nDDFN\nDAD\nDDGN\n\
        DCAC\nDCBNONE\nDCDNONE\nDBD20240315\nDBB19900704\nDBA20290704\nDBC2\nDAU165 cm\nDAYBRO\nDAG99-100 MAIN ST.\n\
        DAIVICTORIA\nDAJBC\nDAKV8V 1A1  \nDCF012345678\nDCGCAN\nDCK\rZBZBA#{}[]~`|\\<>?!$%^&*()_+\r
        """.utf8)

    private let bed: Testbed
    private let loop: DeviceLoop
    private let payload: URL

    init() throws {
        bed = try Testbed()
        loop = try DeviceLoop()
        payload = FileManager.default.temporaryDirectory.appending(path: "scanbridge-\(UUID())")
        try Data(Self.licence).write(to: payload)
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
        try FileManager.default.removeItem(at: payload)
    }

    /// What the keys type until the line has been silent for a while; `nil` stands for dropped events.
    private func typed(on connection: ScannerConnection) async -> [[UInt8]?] {
        var wedge = KeyboardWedge(layout: .us)
        var pieces: [[UInt8]?] = [[]]
        connection.wake(at: .now + .milliseconds(500))
        for await timed in connection.inputs {
            switch timed.input {
            case .keys(let keys): pieces[pieces.count - 1]? += wedge.receive(keys)
            case .eventsDropped: pieces += [nil, []]
            case .bytes, .silence: return pieces
            }
            connection.wake(at: .now + .milliseconds(500))
        }
        return pieces
    }

    @Test(arguments: [0, 1]) func `a whole licence arrives key by key`(pace: Int) async throws {
        try await withScanner("keyboard") { nodes, connection in
            try await connection.waitUntilReady()
            try bed("type-text \(nodes[0]) \(pace) \(payload.path)")
            let received = await typed(on: connection)
            #expect(received == [Self.licence])
        }
    }

    @Test func `an overflow of the kernel's buffer is told where it happened`() async throws {
        try await withScanner("keyboard") { nodes, connection in
            try await connection.waitUntilReady()
            try bed("type-text \(nodes[0]) 0 \(payload.path) 100")
            let received = await typed(on: connection)
            #expect(received == [Array(Self.licence.prefix(100)), nil, Array(Self.licence.dropFirst(104))])
        }
    }

    @Test func `both keyboards of one scanner are read by one connection`() async throws {
        try await withScanner("composite", keyboards: 2) { nodes, connection in
            try await connection.waitUntilReady()
            try bed("type-text \(nodes[0]) 0 \(payload.path)")
            try bed("type-text \(nodes[1]) 0 \(payload.path)")
            let received = await typed(on: connection)
            #expect(received.first??.count == 2 * Self.licence.count)
        }
    }

    @Test func `a keyboard that appears later joins its scanner's connection`() async throws {
        try await withScanner("composite", keyboards: 1) { nodes, connection in
            try await connection.waitUntilReady()
            try connection.attach(nodes[1])
            await loop.comeRound()
            try bed("type-text \(nodes[1]) 0 \(payload.path)")
            let received = await typed(on: connection)
            #expect(received == [Self.licence])
        }
    }

    @Test func `a keyboard with a key down is taken once the key is up`() async throws {
        try await withScanner("keyboard", options: "held") { nodes, connection in
            // Until then all that is typed is dropped, here the whole script but for the releases of Enter.
            let release = FileManager.default.temporaryDirectory.appending(path: "scanbridge-\(UUID())")
            try Data("E: 0.0 0001 001c 0\nE: 0.0 0000 0000 0\n".utf8).write(to: release)
            defer { try? FileManager.default.removeItem(at: release) }
            await loop.comeRound()
            try bed("type \(nodes[0]) \(release.path)")
            try await connection.waitUntilReady()
            try bed("type-text \(nodes[0]) 0 \(payload.path)")
            let received = await typed(on: connection)
            #expect(received == [Self.licence])
        }
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
