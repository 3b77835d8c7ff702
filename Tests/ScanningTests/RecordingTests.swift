import Scanning
import Testing

/// A recording as a text, and back.
@Suite struct RecordingTests {
    private static let wedge = """
        scanbridge recording 1
        transport: evdev
        people: invented
        model: Vuquest 3310g
        vendor: 0c2e
        product: 0b61
        layout: ca(fr)
        control_characters: auto
        source: the maker's guide

        +0.000 down 42 down 3
        +0.008 up 3 up 42
        +0.000250 dropped
        +0.000 ended
        +0.000 garbled
        +1.250 unplugged
        +2.000 plugged

        """

    @Test func `a recording is read and written as it stands`() throws {
        #expect(try Recording(parsing: Self.wedge).text == Self.wedge)
    }

    @Test func `keys, pauses and plugs are what the lines say`() throws {
        let recording = try Recording(parsing: Self.wedge)
        #expect(
            recording.moments == [
                .init(
                    pause: .zero,
                    event: .keys([KeyEvent(code: 42, isPressed: true), KeyEvent(code: 3, isPressed: true)])),
                .init(
                    pause: .milliseconds(8),
                    event: .keys([KeyEvent(code: 3, isPressed: false), KeyEvent(code: 42, isPressed: false)])),
                .init(pause: .microseconds(250), event: .eventsDropped),
                .init(pause: .zero, event: .scanEnded), .init(pause: .zero, event: .garbled),
                .init(pause: .milliseconds(1250), event: .unplugged),
                .init(pause: .seconds(2), event: .plugged),
            ])
    }

    @Test func `every byte comes back from its text`() throws {
        let bytes = (0...255).map { UInt8($0) }
        var recording = Recording(head: .init(transport: .serial, people: .invented))
        recording.moments = [.init(pause: .zero, event: .bytes(bytes))]
        let read = try Recording(parsing: recording.text)
        let all = read.moments.flatMap(\.event.rawBytes)
        #expect(all == bytes)
    }

    @Test func `bytes have a line for each of theirs`() {
        let moment = Recording.Moment(
            pause: .milliseconds(5), event: .bytes(Array("@\n\u{1E}\rANSI\nDAQ\"1\r".utf8)))
        #expect(
            moment.text == #"""
                +0.005 bytes "@\n"
                +0.000 bytes "\x1e\rANSI\n"
                +0.000 bytes "DAQ\"1\r"

                """#)
    }

    @Test func `comments and blank lines mean nothing`() throws {
        let text = Self.wedge.replacing("+1.250", with: "# The cable.\n\n+1.250")
        #expect(try Recording(parsing: text).moments.count == 7)
    }

    @Test(arguments: [
        ("", 1, "no recording"),
        ("another recording 1\n", 1, "no recording"),
        ("scanbridge recording 2\n", 1, "another version"),
        ("scanbridge recording 1\nflavour: x\n", 2, "expected one of transport"),
        ("scanbridge recording 1\npeople: real\n+0.000 dropped\n", 3, "transport is missing"),
        ("scanbridge recording 1\ntransport: serial\n", 3, "people is missing"),
        ("scanbridge recording 1\ntransport: radio\npeople: real\n\n+0.0 dropped", 2, "value of transport"),
        ("scanbridge recording 1\ntransport: serial\npeople: many\n\n+0.0 dropped", 3, "value of people"),
    ])
    func `a head that is wrong is told of with its line`(text: String, line: Int, message: String) throws {
        let error = #expect(throws: RecordingError.self) { try Recording(parsing: text) }
        #expect(error?.line == line)
        #expect(error?.description.contains(message) == true)
    }

    @Test(arguments: [
        ("0.000 dropped", "pause"), ("+1 dropped", "pause"), ("+-1.0 dropped", "pause"),
        ("+0.0000001 dropped", "pause"),
        ("+0.000", "unplugged"), ("+0.000 SAMPLE", "unplugged"), ("+0.000 down 1 SAMPLE 2", "unplugged"),
        ("+0.000 down 0", "1 to 767"), ("+0.000 down 768", "1 to 767"), ("+0.000 down", "1 to 767"),
        (#"+0.000 bytes SAMPLE"#, "quotes"), (#"+0.000 bytes "SAMPLE"#, "quotes"), (#"+0.000 bytes """#, ""),
        (#"+0.000 bytes "\q""#, "quotes"), (#"+0.000 bytes "\x+1""#, "quotes"),
        (#"+0.000 bytes "a"b""#, "quotes"),
        (#"+0.000 bytes "\""#, "quotes"), ("+0.000 bytes \"É\"", "quotes"),
    ])
    func `a moment that is wrong is told of without being quoted`(moment: String, message: String) throws {
        let text = "scanbridge recording 1\ntransport: serial\npeople: real\n+0.000 dropped\n\(moment)\n"
        guard !message.isEmpty else {
            _ = try Recording(parsing: text)
            return
        }
        let error = #expect(throws: RecordingError.self) { try Recording(parsing: text) }
        #expect(error?.line == 5)
        #expect(error?.description.contains(message) == true)
        #expect(error?.description.contains("SAMPLE") == false)
    }

    @Test func `a recording shows the number of its moments only`() throws {
        var recording = try Recording(parsing: Self.wedge)
        recording.moments.append(.init(pause: .zero, event: .bytes(Array("SAMPLE".utf8))))
        var text = "\(recording) \(String(reflecting: recording)) \(recording.moments) "
        dump(recording, to: &text)
        #expect(text.contains("8 moments"))
        #expect(!text.contains("SAMPLE") && !text.contains("83"))
    }
}
