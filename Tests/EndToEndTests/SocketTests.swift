import Foundation
import Testing

@Suite(.ownThreads) struct SocketTests {
    @Test func `a socket's missing directory is a configuration error with its cure`() throws {
        let folder = try Folder()
        let socket = folder.path("missing/till.sock")
        let result = try Scanbridge.run(
            "serve", "--config", try folder.write("", to: "c.yaml"), "--socket", socket)
        #expect(result.status == 78)
        #expect(result.errors.count == 1)
        #expect(result.errors.first?.contains(socket) == true)
        #expect(result.errors.first?.contains("create it") == true)
    }

    @Test func `a directory that may not be written to is a permission error with its cure`() throws {
        let folder = try Folder()
        let directory = folder.path("closed")
        mkdir(directory, 0o555)
        let configuration = try folder.write("", to: "c.yaml")
        let daemon = try Daemon(
            folder, ["--config", configuration, "--socket", "\(directory)/till.sock"], as: .ordinary)
        #expect(try daemon.finish() == 77)
        #expect(daemon.log.count == 1)
        #expect(daemon.log.first?.contains("write to the directory") == true)
    }

    @Test func `a socket that a live daemon has is refused, and that daemon goes on`() throws {
        let shop = try Shop()
        let till = try shop.till()
        let result = try Scanbridge.run(
            "serve", "--config", shop.folder.path("scanbridge.yaml"), "--socket",
            shop.folder.path("till.sock"))
        #expect(result.status == 69)
        #expect(result.errors.count == 1)
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
        try shop.till().ask(#"{"type":"status"}"#)
    }

    @Test func `the socket of a daemon that was killed is replaced`() throws {
        let shop = try Shop()
        shop.daemon.signal(SIGKILL)
        #expect(try shop.daemon.finish() == 128 + 9)
        #expect(FileManager.default.fileExists(atPath: shop.folder.path("till.sock")))
        try shop.restart()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
    }

    @Test func `a file that is no socket is left alone`() throws {
        let folder = try Folder()
        let file = try folder.write("precious", to: "till.sock")
        let result = try Scanbridge.run(
            "serve", "--config", try folder.write("", to: "c.yaml"), "--socket", file)
        #expect(result.status == 78)
        #expect(FileManager.default.contents(atPath: file) == Data("precious".utf8))
    }

    @Test func `an own socket is no stranger's`() throws {
        let shop = try Shop()
        var status = stat()
        stat(shop.folder.path("till.sock"), &status)
        #expect([0o600, 0o660].contains(status.st_mode & 0o777))
    }

    @Test(
        .enabled(if: geteuid() == 0, "only root can become a stranger"),
        arguments: [["listen", "--format", "json"], ["status"]])
    func `a user who is neither listed nor in the group is denied`(command: [String]) throws {
        let shop = try Shop()
        // The file's mode alone would keep a stranger out; the daemon doesn't rely on it.
        chmod(shop.folder.path("till.sock"), 0o666)
        let stranger = try Program(
            shop.folder.asOrdinaryUser(
                [Scanbridge.executable] + command + ["--socket", shop.folder.path("till.sock")]))
        #expect(try stranger.finish() == 77)
        let complaints = try stranger.errors.rest()
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains("scanbridge-till") == true)
        let lines = try stranger.output.rest().map(JSON.init(parsing:))
        #expect(lines.allSatisfy { $0["reason"] == "denied" })
    }

    @Test func `an inherited socket is served, and left to its owner at the end`() throws {
        let folder = try Folder()
        let path = folder.path("till.sock")
        let descriptor = try LocalSocket.listening(at: path)
        defer { close(descriptor) }
        let configuration = try folder.write("", to: "c.yaml")
        let scanner = try Scanner(link: folder.path("front"))
        let daemon = try Daemon(
            folder, ["--config", configuration, "--serial", scanner.link], inherited: descriptor)
        try daemon.waitUntilReady()
        let till = try Till(path, daemon: daemon)
        try till.next("hello")
        try scanner.send(Licence.ontario.payload)
        try till.skip(to: "applicant")
        #expect(try daemon.stop() == 0)
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `a till that comes while the daemon restarts waits, and is greeted`() throws {
        let folder = try Folder()
        let path = folder.path("till.sock")
        let descriptor = try LocalSocket.listening(at: path)
        defer { close(descriptor) }
        let configuration = try folder.write("", to: "c.yaml")
        let first = try Daemon(folder, ["--config", configuration], inherited: descriptor)
        try first.waitUntilReady()
        let instance = try Till(path).next("hello")["instance"]
        #expect(try first.stop() == 0)
        let waiting = try Till(path)
        let second = try Daemon(folder, ["--config", configuration], inherited: descriptor)
        #expect(try waiting.next("hello")["instance"] != instance)
        #expect(try second.stop() == 0)
    }
}
