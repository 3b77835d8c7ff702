import Scanning
import Testing

/// A recording played into a track, in no time.
@Suite struct RecordingReplayTests {
    private let start = ContinuousClock.now

    private func replay(_ moments: [Recording.Moment]) -> [RecordingReplay.Step] {
        let recording = Recording(head: .init(transport: .serial, people: .invented), moments: moments)
        let track = ScannerTrack(settings: .init(transport: .serial), wedge: nil, key: (1, 2))
        return RecordingReplay(recording, into: track, from: start).steps
    }

    private func words(_ steps: [RecordingReplay.Step]) -> [String] {
        steps.map { step in
            switch step.step {
            case .reading: "reading"
            case .licence: "licence"
            case .failed(_, let failure): failure.reason.rawValue
            case .barcode(_, let barcode), .typed(_, let barcode, _): barcode.data
            }
        }
    }

    @Test func `a scan that only silence ends is out when that is over`() throws {
        let steps = replay([.init(pause: .seconds(5), event: .bytes(Array("4006381333931\r".utf8)))])
        #expect(words(steps) == ["4006381333931"])
        #expect(try #require(steps.first).at == start + .seconds(5) + .milliseconds(30))
    }

    @Test func `a pause within a licence counts as it was recorded`() {
        let payload = SamplePayload.licence()
        func cut(for pause: Duration) -> [String] {
            words(
                replay([
                    .init(pause: .zero, event: .bytes(Array(payload.prefix(100)))),
                    .init(pause: pause, event: .bytes(Array(payload.dropFirst(100)))),
                ]))
        }
        #expect(cut(for: .milliseconds(140)) == ["reading", "licence"])
        #expect(cut(for: .milliseconds(160)).contains("truncated"))
    }

    @Test func `what was unplugged begins anew when it is plugged in`() {
        let payload = SamplePayload.licence()
        let steps = replay([
            .init(pause: .zero, event: .bytes(Array(payload.prefix(100)))),
            .init(pause: .zero, event: .unplugged),
            .init(pause: .seconds(1), event: .plugged),
            .init(pause: .zero, event: .bytes(payload)),
        ])
        #expect(words(steps) == ["reading", "unplugged", "reading", "licence"])
        #expect(steps.map(\.session) == [0, 0, 1, 1])
    }
}
