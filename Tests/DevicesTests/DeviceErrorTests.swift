import Devices
import Scanning
import Testing

@Suite struct DeviceErrorTests {
    private static let path = "/dev/ttyACM0"

    private static let all: [DeviceError] = [
        .permission(path: path, group: "dialout"), .permission(path: path), .busy(path: path),
        .notFound(path: path), .wrongKind(path: path, wanted: .serial),
        .wrongKind(path: path, wanted: .evdev), .wrongKind(path: path, wanted: .hidraw),
        .busy(path: path, holders: DeviceHolder.holders(of: "/dev/null")),
        .io(call: "tcsetattr", path: path, errno: 5),
    ]

    @Test(arguments: all) func `a message names the device`(error: DeviceError) {
        #expect(error.message.contains(Self.path))
    }

    @Test func `a missing permission names the group that would help`() {
        let message = DeviceError.permission(path: Self.path, group: "dialout").message
        #expect(message.contains("dialout"))
    }

    @Test func `a failed call is named with its cause`() {
        let message = DeviceError.io(call: "tcsetattr", path: Self.path, errno: 5).message
        #expect(message.contains("tcsetattr"))
        #expect(message.contains("Input/output error"))
    }
}
