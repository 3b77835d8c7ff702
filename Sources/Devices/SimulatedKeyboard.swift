import CLinux
import Glibc
public import Scanning

/// A keyboard scanner without hardware, by the kernel's user input driver: for `scanbridge replay`.
///
/// It has no USB port, so no rule takes it for a scanner. Removed with its last reference, which to its reader is an
/// unplugging.
public final class SimulatedKeyboard: Sendable {
    /// The event device, such as `/dev/input/event7`.
    public let path: String
    private let descriptor: Int32

    /// How long udev may take to make the device file.
    private static let patience = Duration.seconds(5)
    /// All that a keyboard has; buttons and what lies beyond are not typed on.
    private static let keys = Array(UInt16(1)...247)

    /// - Parameter vendor, product: USB ids, which it has by name only.
    public init(name: String, vendor: UInt16, product: UInt16) throws(DeviceError) {
        let opened = clinux_uinput_open(
            VirtualKeyboard.path, name, vendor, product, Self.keys, Self.keys.count)
        if opened < 0 { throw DeviceError(call: "open", path: VirtualKeyboard.path, errno: errno) }
        guard let path = Self.eventDevice(of: opened) else {
            close(opened)
            throw .io(call: "UI_GET_SYSNAME", path: VirtualKeyboard.path, errno: ENODEV)
        }
        descriptor = opened
        self.path = path
    }

    deinit { close(descriptor) }

    /// Moves keys, one after the other; each is a report of its own.
    public func move(_ keys: [KeyEvent]) throws(DeviceError) {
        for key in keys {
            let error = clinux_uinput_move(descriptor, key.code, key.isPressed)
            if error != 0 { throw .io(call: "write", path: path, errno: error) }
        }
    }

    /// Returns once a program that may be seen has it open and has had a moment to grab it.
    public func waitForReader() {
        while DeviceHolder.holders(of: path).isEmpty { usleep(100_000) }
        usleep(500_000)
    }

    /// The device file, once it is there.
    private static func eventDevice(of descriptor: Int32) -> String? {
        var name = [CChar](repeating: 0, count: 64)
        guard clinux_uinput_name(descriptor, &name, name.count) == 0 else { return nil }
        let input = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let limit = ContinuousClock.now + patience
        while ContinuousClock.now < limit {
            let path = (0..<1024).lazy.map { "/dev/input/event\($0)" }.first { path in
                let entry = path.split(separator: "/").last ?? ""
                return access("/sys/devices/virtual/input/\(input)/\(entry)", F_OK) == 0
            }
            if let path, access(path, R_OK) == 0 { return path }
            usleep(20_000)
        }
        return nil
    }
}
