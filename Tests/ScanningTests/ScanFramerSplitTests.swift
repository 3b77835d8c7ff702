import Testing

@testable import Scanning

/// The same bytes at the same times give the same outputs, however they were cut into reads.
@Suite struct ScanFramerSplitTests {
    private static let bursts: [[UInt8]] = [
        SamplePayload.licence() + [0x0D, 0x0A],
        SamplePayload.licence(jurisdiction: [("ZOA", "SAMPLE")], directory: 1) + [0x0D],
        SamplePayload.unproven + [0x0D],
        SamplePayload.stripe + [0x0D],
        [UInt8](SamplePayload.licence().prefix(120)),
        [UInt8]("]E04006381333931\r\n".utf8),
        [UInt8]("12345\r".utf8) + SamplePayload.licence() + [0x0D] + [UInt8]("]L0".utf8)
            + SamplePayload.stripe,
        SamplePayload.licence() + SamplePayload.licence(number: "T04018500850417"),
        [UInt8]("@home\r@work\r\n%OFF\r".utf8),
        [0x00, 0xFF, 0x0D, 0x40, 0x0A],
    ]

    private func events(_ chunks: [[UInt8]]) -> [String] {
        var line = Line()
        for chunk in chunks { line.send(chunk) }
        line.pause(.seconds(5))
        return line.events
    }

    @Test(arguments: bursts)
    func `a burst may be cut anywhere`(_ burst: [UInt8]) {
        let whole = events([burst])
        for cut in burst.indices {
            #expect(events([[UInt8](burst[..<cut]), [UInt8](burst[cut...])]) == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: bursts)
    func `a burst may come byte by byte`(_ burst: [UInt8]) {
        #expect(events(burst.map { [$0] }) == events([burst]))
    }

    @Test func `all bursts may come behind each other, with silence between`() {
        var whole = Line()
        var single = Line()
        for burst in Self.bursts {
            whole.send(burst)
            whole.pause(.seconds(4))
            single.send(burst, every: .zero)
            single.pause(.seconds(4))
        }
        #expect(whole.events == single.events)
        #expect(whole.events.count > Self.bursts.count)
    }
}
