import Devices
import Foundation
import Scanning
import Testing

@testable import scanbridge

@Suite struct ScannerMemoryTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "memory.\(UUID().uuidString)")
    private let standing = WedgeStanding(
        profiles: [WedgeProfile(layout: "ca(fr)", capsLock: true, controlCharacters: .altKeypad)], scans: 12)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var file: URL { folder.appending(path: "scanners.json") }

    private func remember(_ standing: WedgeStanding, of scanner: String = "0c2e:0b61:17A0001") -> String? {
        var (memory, _) = ScannerMemory.read(in: folder.path())
        return memory.note(standing, of: scanner, on: "2026-11-23")
    }

    @Test func `what was noted is there at the next start`() {
        #expect(remember(standing) == nil)
        let (memory, trouble) = ScannerMemory.read(in: folder.path())
        #expect(memory.standing(of: "0c2e:0b61:17A0001") == standing)
        #expect(memory.standing(of: "0c2e:0b61:17A0002") == nil)
        #expect(trouble == nil)
    }

    @Test(arguments: ["0c2e:0b61:17A0001", "/dev/input/event3", "/dev/input/by-id/front"])
    func `a node is known by its scanner's identity, or by the path that it was named by`(scanner: String) {
        #expect(remember(standing, of: scanner) == nil)
        let node = DeviceNode(
            sysPath: "/sys/devices/1", path: "/dev/input/event3", transport: .evdev, isTagged: true,
            vendor: "0c2e",
            product: "0b61", serial: "17A0001", links: ["/dev/input/by-id/front"])
        #expect(ScannerMemory.read(in: folder.path()).memory.standing(of: node) == standing)
    }

    @Test func `the file is the daemon's alone`() throws {
        _ = remember(standing)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path())[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["scanners.json"])
    }

    @Test(arguments: ["", "{", "[]", "{\"a\":{\"profiles\":3}}"])
    func `a file that can't be read is told of, and written anew`(text: String) throws {
        try Data(text.utf8).write(to: file)
        #expect(ScannerMemory.read(in: folder.path()).trouble?.contains("scanners.json") == true)
        #expect(remember(standing) == nil)
        #expect(ScannerMemory.read(in: folder.path()).trouble == nil)
    }

    @Test func `without a state directory it lasts as long as the daemon`() {
        var (memory, trouble) = ScannerMemory.read(in: nil)
        #expect(memory.note(standing, of: "a", on: "2026-11-23") == nil)
        #expect(memory.standing(of: "a") == standing)
        #expect(trouble == nil)
    }

    @Test func `a directory that can't be written is told of`() throws {
        try FileManager.default.removeItem(at: folder)
        #expect(remember(standing)?.contains("scanners.json") == true)
    }
}
