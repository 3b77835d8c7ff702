import Foundation
import Testing

/// The corpus of modelled scanners: each recording with the lines that tills must read of it.
@Suite(.ownThreads) struct RecordingTests {
    @Test(arguments: CorpusRecording.all)
    func `of a recording comes what must, at its own pace`(_ recording: CorpusRecording) throws {
        let result = try Scanbridge.run("replay", recording.path, "--print")
        #expect(result.status == 0, "\(result.errors)")
        let lines = try result.output.map { CorpusRecording.outline(try JSON(parsing: $0)) }
        #expect(lines == recording.expected)
    }

    @Test func `of serial scanners, all at once, a daemon publishes what must come of each`() throws {
        let recordings = CorpusRecording.all.filter { $0.transport == "serial" }
        let entries = recordings.map {
            "{name: \($0.name), match: {path: FOLDER/\($0.name)}, idle_gap: 2s, repeat_window: 20s}"
        }
        let shop = try Shop(
            "scanners: [\(entries.joined(separator: ", "))]", scanners: recordings.map(\.name),
            pluggedIn: false)
        let till = try shop.till()
        let players = try recordings.map { recording in
            try Program([
                Scanbridge.executable, "replay", recording.path, "--link", shop.folder.path(recording.name),
            ])
        }
        try expect(recordings, at: till)
        for player in players { #expect(try player.finish() == 0) }
    }

    /// Half of them by each of two daemons: umockdev has fifty descriptors for device files.
    @Test(arguments: [0, 1])
    func `of keyboard scanners, many at once, a daemon publishes what must come of each`(half: Int) throws {
        let keyboards = CorpusRecording.all.filter {
            $0.transport == "evdev" && !Self.paced.contains($0.name)
        }
        let recordings = keyboards.indices.filter { $0 % 2 == half }.map { keyboards[$0] }
        let bench = try Workbench(configuration(of: recordings))
        let till = try bench.till()
        try bench("broken-uinput")
        for number in recordings.indices { try bench("plug keyboard#\(number)") }
        for _ in recordings { try till.skip(to: "scanner_added") }
        let plays = recordings.enumerated().map { "keyboard#\($0)=\($1.path)" }
        try bench("play \(plays.joined(separator: " "))")
        try expect(recordings, at: till)
    }

    /// Among others a pause can get longer than what comes of it holds for: a part of a licence, or a card's other code,
    /// belongs to what came before for two or three seconds.
    private static let paced = ["radio-pause", "card-code-after-kbd"]

    @Test(arguments: CorpusRecording.all.filter { paced.contains($0.name) })
    func `of a keyboard scanner whose pauses count, a daemon publishes what must come`(
        _ recording: CorpusRecording
    ) throws {
        for _ in 1...20 {
            let bench = try Workbench("scanners: [{name: \(recording.name), match: {vendor: 0c2e}}]")
            let till = try bench.till()
            try bench("broken-uinput")
            try bench("plug keyboard")
            try till.skip(to: "scanner_added")
            let late = try bench("play keyboard=\(recording.path)")
            // A busy machine has played something else: once more.
            guard let milliseconds = late.first.flatMap(Int.init), milliseconds < 300 else { continue }
            return try expect([recording], at: till)
        }
        Issue.record("this machine is too busy to keep a pause")
    }

    @Test func `of HID POS scanners, all at once, a daemon publishes what must come of each`() throws {
        let recordings = CorpusRecording.all.filter { $0.transport == "hidraw" }
        let bench = try Workbench(configuration(of: recordings))
        let till = try bench.till()
        for (number, recording) in recordings.enumerated() {
            try bench("plug hidpos#\(number) descriptor=\(recording["# descriptor"])")
        }
        for _ in recordings { try till.skip(to: "scanner_added") }
        let plays = recordings.enumerated().map { "hidpos#\($0)=\($1.path)" }
        try bench("play \(plays.joined(separator: " "))")
        try expect(recordings, at: till)
    }

    @Test func `forty models or more are there, none of them a real person's, each with its source`() {
        #expect(Set(CorpusRecording.all.map(\.model)).count >= 40)
        let wrong = CorpusRecording.all.filter { $0["people"] != "invented" || $0["source"].isEmpty }
        #expect(wrong.map(\.name) == [])
    }

    @Test func `the recordings are what their generator writes`() throws {
        let generator = CorpusRecording.folder.appending(path: "generate.py").path()
        let program = try Program(["/usr/bin/python3", generator, "--check"])
        let status = try program.finish()
        #expect(try program.output.rest() == [])
        #expect(status == 0)
    }

    /// Each scanner by its USB serial number, with the layout that its recording names. A busy machine may hold up any of
    /// them for longer than a wedge's usual `idle_gap`.
    private func configuration(of recordings: [CorpusRecording]) -> String {
        let entries = recordings.enumerated().map { number, recording in
            let serial = "17A" + String(repeating: "0", count: 4 - String(number).count) + String(number)
            let layout = recording["layout"].isEmpty ? "auto" : recording["layout"]
            return "{name: \(recording.name), match: {serial: \(serial)}, layout: \(layout), idle_gap: 2s}"
        }
        return "scanners: [\(entries.joined(separator: ", "))]"
    }

    /// Reads what is published of each scanner's scans, until that is as much as must come and nothing more does.
    private func expect(_ recordings: [CorpusRecording], at till: Till) throws {
        var lines: [String: [JSON]] = [:]
        var rest = recordings.map(\.expected.count).reduce(0, +)
        while till.hasLine(rest > 0 ? Patience() : Patience(.seconds(3))), let line = try till.next() {
            guard CorpusRecording.isScan(line), let scanner = line["scanner"]?.text else { continue }
            lines[scanner, default: []].append(CorpusRecording.outline(line))
            rest -= 1
        }
        for recording in recordings {
            #expect(lines[recording.name] == recording.expected, "\(recording.name)")
        }
    }
}
