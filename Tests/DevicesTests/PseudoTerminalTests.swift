import Devices
import Glibc
import Testing

@Suite struct PseudoTerminalTests {
    private let link = "/tmp/scanbridge-link-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

    private func target(of link: String) -> String? {
        guard let path = realpath(link, nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    @Test func `a link leads to the terminal and goes with it`() throws {
        var terminal: PseudoTerminal? = try PseudoTerminal(link: link)
        try #require(target(of: link) == terminal?.path)
        terminal = nil
        #expect(access(link, F_OK) != 0)
    }

    @Test func `a stale link is replaced`() throws {
        try #require(symlink("/dev/pts/99999", link) == 0)
        let terminal = try PseudoTerminal(link: link)
        #expect(target(of: link) == terminal.path)
    }

    @Test func `a link that another terminal has taken over is left alone`() throws {
        var first: PseudoTerminal? = try PseudoTerminal(link: link)
        let second = try PseudoTerminal(link: link)
        try #require(first != nil)
        first = nil
        #expect(target(of: link) == second.path)
    }

    @Test func `a file where the link should be is an error, and stays`() throws {
        let file = try #require(fopen(link, "w"))
        fclose(file)
        defer { unlink(link) }
        #expect(throws: DeviceError.io(call: "symlink", path: link, errno: EEXIST)) {
            try PseudoTerminal(link: link)
        }
        #expect(access(link, F_OK) == 0)
    }
}
