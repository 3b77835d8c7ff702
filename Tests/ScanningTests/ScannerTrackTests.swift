import AAMVA
import Scanning
import Testing

@Suite struct ScannerTrackTests {
    private let start = ContinuousClock.now

    private func serial() -> ScannerTrack {
        ScannerTrack(settings: .init(transport: .serial), wedge: nil, key: (1, 2))
    }

    private func wedge() -> ScannerTrack {
        ScannerTrack(settings: .init(transport: .evdev), wedge: WedgeCandidates(layouts: [.us]), key: (1, 2))
    }

    @Test func `a reading and its licence bear one id, and the next scan another`() throws {
        var track = serial()
        let first = track.receive(.bytes(SamplePayload.licence()), at: start)
        let second = track.receive(.bytes(SamplePayload.licence()), at: start)
        guard case .reading(let reading) = first.first, case .licence(let licence, _) = first.last,
            case .reading(let next) = second.first
        else {
            Issue.record("each licence is a reading and a result")
            return
        }
        #expect(reading == licence)
        #expect(next != reading)
    }

    @Test func `a reading and its failure bear one id`() {
        var track = serial()
        let begun = track.receive(.bytes([UInt8](SamplePayload.licence().prefix(100))), at: start)
        let ended = track.unplugged(at: start)
        guard case .reading(let reading) = begun.first, case .failed(let failed, let failure) = ended.first
        else {
            Issue.record("half a licence is a reading and a failure")
            return
        }
        #expect(reading == failed)
        #expect(failure.reason == .unplugged)
    }

    @Test(arguments: [0, 1, 80])
    func `a licence typed by a wedge is read, at any pace`(_ milliseconds: Int) {
        var track = wedge()
        var now = start
        var steps: [ScannerTrack.Step] = []
        for key in Typist.keys(for: SamplePayload.licence()) {
            steps += track.receive(.keys([key]), at: now)
            now += .milliseconds(milliseconds)
        }
        guard case .licence(_, let record) = steps.last else {
            Issue.record("the licence is out at its last key")
            return
        }
        #expect(License(record).lastName == "SAMPLE")
        #expect(record.findings.isEmpty)
    }

    @Test(arguments: try KeystrokeScript.all())
    func `a keystroke script is one scan at most, whatever its pauses`(_ script: KeystrokeScript) {
        var track = wedge()
        var now = start
        var results = 0
        for step in script.steps {
            switch step {
            case .pause(let pause): now += pause
            case .key(let key): results += track.receive(.keys([key]), at: now).count
            }
        }
        let midway = results
        results += track.receive(.silence, at: now + .seconds(3)).count
        #expect(midway == (script.expected.starts(with: "@\n\u{1E}\rANSI 636".utf8) ? 1 : 0))
        #expect(results <= midway + 1)
    }

    @Test func `silence at the deadline ends a barcode`() throws {
        var track = wedge()
        _ = track.receive(.keys(Typist.keys(for: [UInt8]("40063\r".utf8))), at: start)
        let steps = track.receive(.silence, at: try #require(track.deadline))
        guard case .barcode(_, let barcode) = steps.first else {
            Issue.record("the code is a barcode")
            return
        }
        #expect(barcode.data == "40063")
    }

    @Test func `silence before the deadline ends nothing`() {
        var track = serial()
        _ = track.receive(.bytes([0x34, 0x0D]), at: start)
        let early = track.receive(.silence, at: start + .milliseconds(29))
        #expect(early.isEmpty)
    }

    @Test func `lost events release the keys that were held`() throws {
        var track = wedge()
        _ = track.receive(.keys([KeyEvent(code: 42, isPressed: true)]), at: start)
        let dropped = track.receive(.eventsDropped, at: start)
        _ = track.receive(.silence, at: try #require(track.deadline))
        let later = start + .seconds(2)
        _ = track.receive(.keys(Typist.keys(for: [UInt8]("a1\r".utf8))), at: later)
        let steps = track.receive(.silence, at: later + .seconds(1))
        #expect(dropped.count == 1)
        guard case .barcode(_, let barcode) = steps.first else {
            Issue.record("the code is a barcode")
            return
        }
        #expect(barcode.data == "a1")
    }

    @Test func `steps don't show what was scanned`() {
        var track = serial()
        let steps = track.receive(.bytes(SamplePayload.licence()), at: start)
        var shown = ""
        dump(steps, to: &shown)
        #expect(!shown.contains("SAMPLE"))
        #expect(!"\(steps)".contains("SAMPLE"))
    }
}
