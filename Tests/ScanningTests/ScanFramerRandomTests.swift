import SyntheticLicenses
import Testing

@testable import Scanning

/// Scans put together at random from what real lines carry, cut and paced at random.
@Suite struct ScanFramerRandomTests {
    private static let parts: [[UInt8]] = [
        SamplePayload.licence(), SamplePayload.unproven, SamplePayload.stripe,
        SamplePayload.licence(jurisdiction: [("ZOA", "SAMPLE")], directory: 1),
        [UInt8](SamplePayload.licence().prefix(90)), [UInt8](SamplePayload.licence().suffix(60)),
        [0x0D], [0x0D, 0x0A], [0x09], [0x00], [0x04], [0xFF], [0x40], [0x40, 0x0A, 0x1E],
        [UInt8]("%BC".utf8), [UInt8]("]E0".utf8), [UInt8]("]".utf8), [UInt8]("4006381333931".utf8),
        [UInt8]("S00023254".utf8), [UInt8]("ANSI ".utf8), [UInt8]("ZOZOAX".utf8), [UInt8]("A".utf8),
    ]

    /// What is sent: bytes, each chunk with the pause before it.
    private static func script(_ seed: UInt64) -> [(Duration, [UInt8])] {
        var random = SplitMix64(seed: seed)
        return (0..<Int.random(in: 1...8, using: &random)).map { _ in
            let pauses = [0, 0, 0, 1, 20, 60, 200, 900, 2500]
            let pause = pauses.randomElement(using: &random) ?? 0
            return (.milliseconds(pause), parts.randomElement(using: &random) ?? [])
        }
    }

    @Test func `every reading has exactly one result, before anything else is told`() {
        for seed in 0..<600 as Range<UInt64> {
            var line = Line(seed % 2 == 0 ? .serial : .evdev)
            for (pause, bytes) in Self.script(seed) {
                line.pause(pause)
                line.send(bytes)
            }
            if seed % 3 == 0 { line.unplug() } else { line.pause(.seconds(5)) }
            var isReading = false
            for event in line.events {
                let isResult = event.hasPrefix("licence") || event.hasPrefix("failed")
                #expect(!isReading || isResult, "seed \(seed)")
                isReading = event == "reading"
            }
            #expect(!isReading, "seed \(seed)")
            #expect(line.framer.deadline == nil, "seed \(seed)")
        }
    }

    @Test func `how the bytes of one moment are cut makes no difference`() {
        for seed in 0..<300 as Range<UInt64> {
            var whole = Line()
            var single = Line()
            for (pause, bytes) in Self.script(seed) {
                whole.pause(pause)
                whole.send(bytes)
                single.pause(pause)
                single.send(bytes, every: .zero)
            }
            whole.pause(.seconds(5))
            single.pause(.seconds(5))
            #expect(whole.events == single.events, "seed \(seed)")
        }
    }

    @Test func `whatever stands before it, a licence behind silence is read`() {
        for seed in 0..<300 as Range<UInt64> {
            var line = Line()
            for (pause, bytes) in Self.script(seed) {
                line.pause(pause)
                line.send(bytes)
            }
            line.pause(.seconds(5))
            let before = line.events.count
            line.send(SamplePayload.licence())
            #expect(line.events.dropFirst(before) == ["reading", "licence S04018500850417"], "seed \(seed)")
        }
    }
}
