import NIOCore
import Testing

@testable import TillSocket

@Suite struct LineTests {
    private func text(_ line: Line) -> String { String(buffer: line.bytes) }

    @Test func `a line given late says so and how old it is`() {
        let line = Line(Array("{\"type\":\"barcode\",\"seq\":7}\n".utf8))
        #expect(
            text(line.replayed(age: .milliseconds(1234)))
                == "{\"type\":\"barcode\",\"seq\":7,\"replayed\":true,\"age_ms\":1234}\n")
    }

    @Test func `the line itself stays as it was`() {
        let line = Line(Array("{\"a\":1}\n".utf8))
        _ = line.replayed(age: .seconds(1))
        #expect(text(line) == "{\"a\":1}\n")
    }

    @Test func `what is printed of a line is its length`() {
        let line = Line(Array("{\"last_name\":\"SAMPLE\"}\n".utf8))
        var dumped = ""
        dump([line], to: &dumped)
        for text in ["\(line)", String(reflecting: line), "\([line])", dumped] {
            #expect(!text.contains("SAMPLE") && text.contains("Line(23 bytes)"))
        }
    }
}
