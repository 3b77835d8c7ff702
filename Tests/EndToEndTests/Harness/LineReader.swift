import Glibc

/// Reads lines from a descriptor, waiting for each no longer than it must. Closes the descriptor at its end.
final class LineReader {
    let descriptor: Int32
    private var waiting: [UInt8] = []
    private(set) var isAtEnd = false
    /// Every line that `next` gave.
    private(set) var lines: [String] = []

    /// Whether a whole line, or the end, was received and not yet read.
    var isHolding: Bool { isAtEnd || waiting.contains(UInt8(ascii: "\n")) }

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// The next line without its end; `nil` at the end of the stream. A last line without an end counts.
    func next(_ patience: Patience = Patience()) throws -> String? {
        while true {
            if let line = received() { return line }
            if isAtEnd { return nil }
            guard patience.wait(POLLIN, descriptor) else {
                throw TestTrouble("waited in vain for a line, after \(lines.count) lines")
            }
            receive()
        }
    }

    /// Everything to the end of the stream.
    func rest() throws -> [String] {
        var rest: [String] = []
        while let line = try next() { rest.append(line) }
        return rest
    }

    /// Takes in what is there; waits if nothing is.
    func receive() {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &chunk, chunk.count)
        if count > 0 {
            waiting += chunk[..<count]
        } else if count == 0 || errno != EINTR {
            // A reset is an end as well.
            isAtEnd = true
        }
    }

    /// The next line if all of it is here.
    private func received() -> String? {
        if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) { return take(end, andEnd: 1) }
        return isAtEnd && !waiting.isEmpty ? take(waiting.count, andEnd: 0) : nil
    }

    private func take(_ count: Int, andEnd end: Int) -> String {
        let line = String(decoding: waiting[..<count], as: UTF8.self)
        waiting.removeFirst(count + end)
        lines.append(line)
        return line
    }
}
