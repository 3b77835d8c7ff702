import Devices
import Scanning
import Testing

extension InTestbedTests {
    @Suite struct DirectoryTests {
        private let bed: Testbed
        private let loop: DeviceLoop

        init() throws {
            bed = try Testbed()
            loop = try DeviceLoop()
        }

        /// The next event, `nil` if there is none for a while, by default a long one.
        private func next(
            _ directory: DeviceDirectory, within patience: Duration = .seconds(20)
        ) async throws -> DeviceDirectory.Event? {
            try await withThrowingTaskGroup { group in
                group.addTask {
                    var iterator = directory.events.makeAsyncIterator()
                    return await iterator.next()
                }
                group.addTask {
                    try await Task.sleep(for: patience)
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        }

        private func added(_ event: DeviceDirectory.Event?) -> DeviceNode? {
            if case .added(let node) = event { node } else { nil }
        }

        @Test func `a scanner that is there already is told first`() async throws {
            let nodes = try bed("plug keyboard")
            let directory = try DeviceDirectory(on: loop)
            let first = added(try await next(directory))
            loop.stop()
            try bed("unplug keyboard")
            #expect(first?.path == nodes[0])
        }

        @Test func `a scanner that is plugged in is told once`() async throws {
            let directory = try DeviceDirectory(on: loop)
            let nodes = try bed("plug serial")
            let first = added(try await next(directory))
            let second = try await next(directory, within: .seconds(1))
            loop.stop()
            try bed("unplug serial")
            #expect(first?.path == nodes[0])
            #expect(second == nil)
        }

        @Test func `that virtual keyboards can be made is told whenever udev has seen to it`() async throws {
            let directory = try DeviceDirectory(on: loop)
            try bed("announce-uinput")
            let first = try await next(directory)
            try bed("announce-uinput")
            let second = try await next(directory)
            loop.stop()
            #expect([first, second] == [.userInputIsThere, .userInputIsThere])
        }

        @Test func `a scanner that is unplugged is told by the name it was added with`() async throws {
            try bed("plug serial")
            let directory = try DeviceDirectory(on: loop)
            let node = try #require(added(try await next(directory)))
            try bed("unplug serial")
            let event = try await next(directory)
            loop.stop()
            #expect(event == .removed(sysPath: node.sysPath))
        }

        @Test func `a scanner that is plugged in again is told again`() async throws {
            let directory = try DeviceDirectory(on: loop)
            try bed("plug serial")
            let first = added(try await next(directory))
            try bed("unplug serial")
            _ = try await next(directory)
            let nodes = try bed("plug serial")
            let second = added(try await next(directory))
            loop.stop()
            try bed("unplug serial")
            #expect(second?.path == nodes[0])
            #expect(first?.port == second?.port)
        }

        @Test func `a device that no rule tags is left alone`() async throws {
            let directory = try DeviceDirectory(on: loop)
            try bed("plug keyboard untagged")
            let event = try await next(directory, within: .seconds(1))
            loop.stop()
            try bed("unplug keyboard")
            #expect(event == nil)
        }

        @Test func `a device that a new rule tags is told without being plugged in again`() async throws {
            let nodes = try bed("plug keyboard untagged")
            let directory = try DeviceDirectory(on: loop)
            try bed("change keyboard")
            let first = added(try await next(directory))
            loop.stop()
            try bed("unplug keyboard")
            #expect(first?.path == nodes[0])
        }

        @Test func `a scanner that a new rule releases is told as gone`() async throws {
            try bed("plug keyboard")
            let directory = try DeviceDirectory(on: loop)
            let node = try #require(added(try await next(directory)))
            try bed("change keyboard no")
            let event = try await next(directory)
            loop.stop()
            try bed("unplug keyboard")
            #expect(event == .removed(sysPath: node.sysPath))
        }

        @Test func `a scanner that a rule has released is shown as that`() throws {
            try bed("plug keyboard")
            try bed("change keyboard no")
            let (tagged, all) = (try DeviceDirectory.nodes(all: false), try DeviceDirectory.nodes(all: true))
            try bed("unplug keyboard")
            #expect(tagged == [])
            #expect(all.map(\.standing) == [.released])
        }

        @Test func `a bridge that a program has claimed is shown, though it has no port`() throws {
            let paths = try bed("plug claimed")
            let (tagged, all) = (try DeviceDirectory.nodes(all: false), try DeviceDirectory.nodes(all: true))
            try bed("unplug claimed")
            #expect(tagged == [])
            #expect(all.map(\.path) == paths)
            #expect(all.map(\.standing) == [.claimedBridge])
        }

        @Test func `a device that says more than a line of itself is named on one`() throws {
            try bed("plug claimed")
            let names = try DeviceDirectory.nodes(all: true).map(\.name)
            try bed("unplug claimed")
            #expect(names == ["USB Serial"])
        }

        @Test func `a serial scanner is described as udev knows it`() throws {
            let paths = try bed("plug serial")
            let nodes = try DeviceDirectory.nodes(all: false)
            try bed("unplug serial")
            let node = try #require(nodes.first)
            let usb = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-3"
            #expect(
                node
                    == DeviceNode(
                        sysPath: "\(usb)/1-3:1.0/tty/\(paths[0].dropFirst(5))", path: paths[0],
                        transport: .serial,
                        isTagged: true, mode: .cdc, maker: "Honeywell Imaging & Mobility",
                        model: "3310g Area-Imager",
                        vendor: "0c2e", product: "0b6a", serial: "17A0003", port: "1-3", usbDevice: usb,
                        links: [
                            "/dev/serial/by-id/usb-Honeywell_3310g_17A0003-if00"
                        ], driver: "cdc_acm", interfaceClass: "02", isHiddenFromModemManager: true))
        }

        @Test func `the keyboards of one scanner share its USB device, and its volume keys are none`() throws
        {
            let paths = try bed("plug composite")
            let nodes = try DeviceDirectory.nodes(all: false)
            try bed("unplug composite")
            #expect(nodes.map(\.path) == Array(paths.prefix(2)))
            #expect(Set(nodes.map(\.usbDevice)) == ["/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2"])
        }

        @Test func `devices that no rule tags are candidates`() throws {
            let paths = try bed("plug keyboard untagged")
            let (tagged, all) = (try DeviceDirectory.nodes(all: false), try DeviceDirectory.nodes(all: true))
            try bed("unplug keyboard")
            #expect(tagged == [])
            #expect(all.map(\.path) == paths)
            #expect(all.map(\.isTagged) == [false])
        }

        @Test func `a tty's bytes arrive as the scanner sent them`() async throws {
            let sent = (0...255).map { UInt8($0) }
            let file = try TemporaryFile(sent)
            let nodes = try bed("plug serial")
            let connection = try loop.openSerial(nodes[0], line: LineSettings(baud: 115_200))
            try await connection.waitUntilReady()
            try bed("send \(nodes[0]) \(file.path)")
            let received = try await connection.bytes(sent.count)
            loop.stop()
            try bed("unplug serial")
            #expect(received == sent)
        }
    }
}
