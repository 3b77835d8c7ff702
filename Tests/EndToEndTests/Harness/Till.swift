import Glibc

/// A till: reads the socket's lines and may write requests.
final class Till {
    private let lines: LineReader
    private let daemon: Daemon?

    /// - Parameter daemon: whose log is quoted where the test fails.
    init(_ path: String, daemon: Daemon? = nil) throws {
        lines = LineReader(try LocalSocket.connected(to: path))
        self.daemon = daemon
    }

    /// Sends one request; the line's end is added.
    func ask(_ request: String) throws {
        try send(Array(request.utf8) + [UInt8(ascii: "\n")])
    }

    func send(_ bytes: [UInt8]) throws {
        let count = bytes.withUnsafeBytes {
            Glibc.send(lines.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count == bytes.count else { throw TestTrouble.call("send", "to the daemon", errno) }
    }

    /// Tells the daemon that no request will follow.
    func closeWriting() {
        shutdown(lines.descriptor, Int32(SHUT_WR))
    }

    /// The next line, which must be of this type.
    @discardableResult
    func next(_ type: String) throws -> JSON {
        guard let line = try next() else { throw trouble("the daemon closed instead of sending \(type)") }
        guard line["type"]?.text == type else { throw trouble("instead of \(type) came \(line)") }
        return line
    }

    /// The next line of this type; others that come before it are passed over.
    @discardableResult
    func skip(to type: String) throws -> JSON {
        try skip(to: [type])
    }

    /// The next line of one of these types.
    @discardableResult
    func skip(to types: [String]) throws -> JSON {
        while let line = try next() {
            if let type = line["type"]?.text, types.contains(type) { return line }
        }
        throw trouble("the daemon closed before it sent \(types)")
    }

    /// The next line of this type and with this reason.
    func skip(to reason: String, of type: String) throws -> JSON {
        while true {
            let line = try skip(to: type)
            if line["reason"]?.text == reason { return line }
        }
    }

    /// The next line, whatever it is; `nil` once the daemon has closed.
    func next() throws -> JSON? {
        do {
            return try lines.next().map(JSON.init(parsing:))
        } catch {
            throw trouble("\(error)")
        }
    }

    /// Waits for something to read, a line or the end.
    func hasLine(_ patience: Patience) -> Bool {
        lines.isHolding || patience.wait(POLLIN, lines.descriptor)
    }

    /// Every line that was read, as it came.
    var received: [String] { lines.lines }

    private func trouble(_ what: String) -> TestTrouble {
        TestTrouble("\(what)\nbefore it: \(received.suffix(4))\nthe daemon's log: \(daemon?.log ?? [])")
    }
}
