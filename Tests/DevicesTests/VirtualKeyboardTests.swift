import Foundation
import Glibc
import Scanning
import Testing

@testable import Devices

/// The virtual keyboard as far as it goes without a kernel that has one; the rest is in the virtual machine tests.
@Suite struct VirtualKeyboardTests {
    /// A code's strokes, as a wedge's track hands them on.
    private func strokes() throws -> Keystrokes {
        var track = ScannerTrack(
            settings: .init(transport: .evdev, typesBarcodes: true),
            wedge: WedgeCandidates(layouts: [.us]), key: (1, 2))
        let keys = [2, 3, 28].flatMap { code in
            [true, false].map { KeyEvent(code: UInt16(code), isPressed: $0) }
        }
        let now = ContinuousClock.now
        _ = track.receive(.keys(keys), at: now)
        guard case .typed(_, _, let strokes) = track.receive(.silence, at: now + .seconds(1)).first else {
            throw DeviceError.notFound(path: "the scan")
        }
        return strokes
    }

    @Test func `without the kernel's driver it can't be opened, and says what would help`() {
        let keyboard = VirtualKeyboard(path: "/dev/uinput-that-is-not-there")
        #expect(throws: DeviceError.notFound(path: "/dev/uinput-that-is-not-there")) { try keyboard.open() }
        #expect(VirtualKeyboard.remedy(.notFound(path: VirtualKeyboard.path)).contains("modprobe uinput"))
        #expect(VirtualKeyboard.remedy(.permission(path: VirtualKeyboard.path)).contains("udev rules"))
    }

    @Test func `what is no such driver is not written to`() throws {
        let file = try TemporaryFile([])
        #expect(throws: DeviceError.self) { try VirtualKeyboard(path: file.path).open() }
        #expect(try Data(contentsOf: URL(filePath: file.path)).isEmpty)
    }

    @Test func `a keyboard that isn't open types nothing, and is closed at once`() async throws {
        let keyboard = VirtualKeyboard(path: "/dev/uinput-that-is-not-there")
        let strokes = try strokes()
        #expect(keyboard.type(strokes) == .unavailable)
        await keyboard.close()
    }

    @Test func `it has no key that is a command by itself`() {
        // Esc, Backspace, lock keys, F1, F12, SysRq, Home, arrows, Insert, Delete, volume, power, Meta, menu.
        let commands: [UInt16] = [
            1, 14, 58, 59, 69, 70, 88, 99, 102, 103, 105, 110, 111, 115, 116, 125, 126, 127,
        ]
        #expect(TypedKey.all.allSatisfy { !commands.contains($0) })
        #expect(Set([2, 15, 28, 29, 30, 42, 54, 56, 57, 79, 96, 100]).isSubset(of: TypedKey.all))
    }

    @Test func `an event's time is told on this process's clock`() {
        let clock = EventClock()
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        var event = timeval(tv_sec: time.tv_sec - 2, tv_usec: time.tv_nsec / 1000)
        let age = clock.instant(of: event).duration(to: clock.now)
        #expect(age > .milliseconds(1500) && age <= .milliseconds(2001))
        event.tv_sec += 60
        #expect(clock.instant(of: event) == clock.now)
    }
}
