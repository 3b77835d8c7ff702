import NIOCore
import Scanning
import Testing

@testable import TillSocket

@Suite struct HeldLinesTests {
    let start = ContinuousClock.now

    private func held(_ count: Int, hold: Duration = .seconds(30)) -> HeldLines {
        var held = HeldLines(hold: hold)
        for sequence in 1...count {
            held.keep(
                Line(Array("{\"seq\":\(sequence)}\n".utf8)), sequence: UInt64(sequence), scan: .random(),
                at: start)
        }
        return held
    }

    @Test func `what no till has is undelivered, oldest first`() {
        var held = held(3)
        held.deliver(2)
        #expect(held.undelivered(at: start).map { $0.sequence } == [1, 3])
    }

    @Test func `what a till has is still held`() {
        var held = held(3)
        held.deliver(2)
        #expect(held.all(at: start).map { $0.sequence } == [1, 2, 3])
    }

    @Test func `an acknowledged scan is held no longer`() {
        var held = held(1)
        let scan = ScanID.random()
        held.keep(Line(Array("{}\n".utf8)), sequence: 2, scan: scan, at: start)
        held.acknowledge(scan)
        #expect(held.all(at: start).map { $0.sequence } == [1])
    }

    @Test func `an unknown scan's acknowledgement changes nothing`() {
        var held = held(2)
        held.acknowledge(.random())
        held.deliver(9)
        #expect(held.undelivered(at: start).map { $0.sequence } == [1, 2])
    }

    @Test func `a line is held until its time is over`() {
        var held = held(1)
        #expect(held.all(at: start + .milliseconds(29_999)).count == 1)
        #expect(held.all(at: start + .seconds(30)).isEmpty)
        #expect(held.count == 0)
    }

    @Test func `the oldest of 33 lines goes`() {
        var held = held(33)
        #expect(held.all(at: start).map { $0.sequence } == Array(2...33))
    }

    @Test func `a hold of zero keeps nothing`() {
        #expect(held(3, hold: .zero).count == 0)
    }

    @Test func `a shorter hold goes for what is held already`() {
        var held = held(1)
        held.hold = .seconds(5)
        #expect(held.all(at: start + .seconds(5)).isEmpty)
    }

    @Test func `a line's age counts from when it was published`() {
        var held = held(1)
        let lines = held.undelivered(at: start + .milliseconds(1500))
        #expect(
            lines.map { String(buffer: $0.line.bytes) } == ["{\"seq\":1,\"replayed\":true,\"age_ms\":1500}\n"]
        )
    }
}
