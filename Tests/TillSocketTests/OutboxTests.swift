import NIOCore
import Testing

@testable import TillSocket

@Suite struct OutboxTests {
    /// Ten bytes each.
    private func line(_ number: Int) -> Line { Line(Array("[\(1_000_000 + number)]\n".utf8)) }

    private func text(_ line: Line?) -> String? { line.map { String(buffer: $0.bytes) } }

    /// Writes everything, as a till that reads at once would have it.
    private func drain(_ outbox: inout Outbox) -> [String] {
        var lines: [String] = []
        while let line = outbox.next() {
            lines.append(String(buffer: line.bytes))
            _ = outbox.written()
        }
        return lines
    }

    @Test func `one line is on its way at a time`() {
        var outbox = Outbox(limit: 100)
        _ = outbox.append(line(1))
        _ = outbox.append(line(2))
        #expect(text(outbox.next()) == text(line(1)))
        #expect(outbox.next() == nil)
        _ = outbox.written()
        #expect(text(outbox.next()) == text(line(2)))
    }

    @Test func `a line beyond the limit is refused`() {
        var outbox = Outbox(limit: 20)
        let accepted = (1...3).map { outbox.append(line($0)) }
        #expect(accepted == [.queued, .queued, .full])
    }

    @Test func `the line on its way counts until it is written`() {
        var outbox = Outbox(limit: 20)
        _ = outbox.append(line(1))
        _ = outbox.append(line(2))
        _ = outbox.next()
        #expect(outbox.append(line(3)) == .full)
        _ = outbox.written()
        #expect(outbox.append(line(3)) == .queued)
    }

    @Test func `a line that finds nothing waiting is taken whatever its size`() {
        var outbox = Outbox(limit: 5)
        #expect(outbox.append(line(1)) == .queued)
    }

    @Test func `a backlog doesn't count towards the limit`() {
        var outbox = Outbox(limit: 20)
        for number in 1...32 { outbox.appendBacklog(line(number)) }
        #expect(outbox.append(line(33)) == .queued)
        #expect(outbox.append(line(34)) == .queued)
    }

    @Test func `a backlog waits until its last line is written`() {
        var outbox = Outbox(limit: 20)
        outbox.appendBacklog(line(1))
        _ = outbox.next()
        #expect(outbox.hasBacklog)
        _ = outbox.written()
        #expect(!outbox.hasBacklog)
    }

    @Test func `a held line's number is told once it is written`() {
        var outbox = Outbox(limit: 100)
        _ = outbox.append(line(1), sequence: 7)
        _ = outbox.next()
        #expect(outbox.written() == 7)
    }

    @Test func `dropping leaves the line on its way and the last one`() {
        var outbox = Outbox(limit: 100)
        for number in 1...3 { _ = outbox.append(line(number)) }
        _ = outbox.next()
        outbox.close(with: line(9), dropping: true)
        _ = outbox.written()
        #expect(drain(&outbox) == [text(line(9))])
        #expect(outbox.isEmpty)
    }

    @Test func `an orderly end comes after everything that waits`() {
        var outbox = Outbox(limit: 100)
        for number in 1...2 { _ = outbox.append(line(number)) }
        outbox.close(with: line(9), dropping: false)
        #expect(drain(&outbox) == [1, 2, 9].map { text(line($0)) })
    }

    @Test func `nothing follows the last line`() {
        var outbox = Outbox(limit: 100)
        outbox.close(with: line(9), dropping: true)
        #expect(outbox.append(line(1)) == .closing)
        outbox.appendBacklog(line(2))
        outbox.close(with: line(3), dropping: false)
        #expect(drain(&outbox) == [text(line(9))])
    }
}
