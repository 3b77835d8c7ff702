import Foundation
import Glibc

/// A daemon among simulated devices: udev and event nodes by umockdev, which `Fixtures/devices/testbed.py` makes.
final class Workbench {
    let folder: Folder
    private let testbed: Program

    /// Starts the daemon without any device, and waits until it serves tills.
    ///
    /// - Parameter state: the state directory that the service manager would give it.
    init(
        _ configuration: String = "", plugged devices: [String] = [], arguments: [String] = [],
        state: Folder? = nil
    ) throws {
        folder = try Folder()
        let file = try folder.write(configuration, to: "scanbridge.yaml")
        testbed = try Self.testbed(
            ["serve", "--config", file, "--socket", folder.path("till.sock")] + arguments,
            environment: state.map { ["STATE_DIRECTORY": $0.path] } ?? [:])
        for device in devices { try self("plug \(device)") }
        guard
            Patience().wait(until: { (try? LocalSocket.connected(to: folder.path("till.sock"))) != nil })
        else { throw TestTrouble("the daemon serves no tills") }
    }

    /// Starts `record` on a keyboard, and waits until what it types is recorded.
    init(recording device: String, _ arguments: [String]) throws {
        folder = try Folder()
        let node = "/dev/input/event3"
        testbed = try Self.testbed(
            ["record", "--evdev", node] + arguments,
            // The keyboard comes after the program, which wants to find it.
            through: ["/bin/sh", "-c", "until test -e \(node); do sleep 0.05; done; exec \"$@\"", "sh"])
        try self("plug \(device)")
        while let line = try testbed.errors.next(), !line.hasPrefix("recording ") {}
    }

    /// Starts a command among devices that are there before it, as if none of our rules were installed.
    init(running arguments: [String], among devices: [String]) throws {
        folder = try Folder()
        let sign = folder.path("plugged")
        testbed = try Self.testbed(
            arguments,
            through: ["/bin/sh", "-c", "until test -e \(sign); do sleep 0.05; done; exec \"$@\"", "sh"])
        for device in devices { try self("plug \(device) untagged") }
        try folder.write("", to: "plugged")
    }

    /// What the program prints, on standard output or error, up to a line that contains this.
    @discardableResult
    func said(_ text: String) throws -> [String] {
        var lines: [String] = []
        while let line = try testbed.errors.next() {
            lines.append(line)
            if line.contains(text) { return lines }
        }
        throw TestTrouble("'\(text)' was not said: \(lines)")
    }

    /// What else the program prints, and how it ends by itself.
    func finish() throws -> (status: Int, lines: [String]) {
        let status = try testbed.finish()
        return (status, try testbed.errors.rest())
    }

    /// The testbed ends the daemon before it ends itself; killed at once it would leave it behind.
    deinit {
        testbed.closeInput()
        _ = try? testbed.finish()
    }

    /// Gives the testbed a command and returns the words of its answer.
    @discardableResult
    func callAsFunction(_ command: String) throws -> [String] {
        try testbed.send(Array((command + "\n").utf8))
        guard let answer = try testbed.output.next() else { throw TestTrouble("the testbed has ended") }
        let words = answer.split(separator: " ").map(String.init)
        guard words.first == "ok" else { throw TestTrouble("'\(command)' was answered by '\(answer)'") }
        return Array(words.dropFirst())
    }

    /// Types a text on an event node, a report every `pace` milliseconds; the kernel loses keys after `drop` characters.
    func type(_ text: String, on node: String = "/dev/input/event3", pace: Int = 0, drop: Int? = nil) throws {
        let file = try folder.write(Array(text.utf8), to: "typed")
        try self("type-text \(node) \(pace) \(file)" + (drop.map { " \($0)" } ?? ""))
    }

    /// Sends a text as a scan's reports on a raw HID node, with an AIM identifier; the first few of the reports only.
    func report(
        _ text: String, on node: String = "/dev/hidraw0", identifier: String = "]L2", first count: Int? = nil
    ) throws {
        let file = try folder.write(Array(text.utf8), to: "reported")
        try self("report \(node) \(file) \(identifier)" + (count.map { " \($0)" } ?? ""))
    }

    /// A till that has been greeted.
    func till() throws -> Till {
        let till = try Till(folder.path("till.sock"))
        try till.next("hello")
        return till
    }

    /// - Parameter through: a command that runs the program.
    private static func testbed(
        _ arguments: [String], through: [String] = [], environment: [String: String] = [:]
    ) throws -> Program {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/devices/testbed.py").standardizedFileURL.path()
        return try Program(
            ["/usr/bin/python3", script] + through + [Scanbridge.executable] + arguments,
            // A crash must end the daemon: the backtracer would wait for ever under the preloaded library.
            environment: environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 })
    }
}
