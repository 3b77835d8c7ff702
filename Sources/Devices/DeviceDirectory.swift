import CLibudev
import Glibc

/// The scanners that are plugged in, by udev: those that its rules tag.
public struct DeviceDirectory: Sendable {
    public enum Event: Hashable, Sendable {
        case added(DeviceNode)
        case removed(sysPath: String)
        /// The device on which virtual keyboards are made has come, or its permissions have.
        case userInputIsThere
    }

    /// First the tagged nodes that are there, then what is plugged in and removed, each once, until the loop is stopped.
    ///
    /// An event comes when udev is done with the device, its permissions set. Unbounded, since a node that comes or goes
    /// takes a hand at a plug. Where udev isn't running, as in a container, it is silent.
    public let events: AsyncStream<Event>

    /// Watches on the loop's thread, which reads a few small files of sysfs for each node that is plugged in.
    public init(on loop: DeviceLoop) throws(DeviceError) {
        let (events, continuation) = AsyncStream<Event>.makeStream()
        self.events = events
        let reader = try DirectoryReader(handingTo: continuation)
        if !loop.submit(.add(reader)) { reader.close() }
    }

    /// The nodes that are there now, in the order of their device files.
    ///
    /// - Parameter all: Also those that no rule tags: every keyboard, serial port and HID POS scanner.
    public static func nodes(all: Bool) throws(DeviceError) -> [DeviceNode] {
        guard let udev = udev_new() else { throw .io(call: "udev_new", path: "/run/udev", errno: errno) }
        defer { udev_unref(udev) }
        return try UdevEnumeration.nodes(udev, all: all).sorted { $0.path < $1.path }
    }

    /// The raw HID nodes' files that are there now, keyboards' too, by the USB device that they belong to.
    static func rawNodes() throws(DeviceError) -> [String: [String]] {
        guard let udev = udev_new() else { throw .io(call: "udev_new", path: "/run/udev", errno: errno) }
        defer { udev_unref(udev) }
        return try UdevEnumeration.rawNodes(udev)
    }
}
