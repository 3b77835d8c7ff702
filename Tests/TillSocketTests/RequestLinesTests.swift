import Testing

@testable import TillSocket

@Suite struct RequestLinesTests {
    private func outputs(_ chunks: [[UInt8]]) -> [RequestLines.Output] {
        var lines = RequestLines()
        return chunks.flatMap { lines.push($0) }
    }

    private func line(_ text: String) -> RequestLines.Output { .line(Array(text.utf8)) }

    @Test func `lines come out the same however they are cut`() {
        let bytes = Array("{\"a\":1}\n{}\r\n\nlast\n".utf8)
        for size in 1...bytes.count {
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(outputs(chunks) == [line("{\"a\":1}"), line("{}"), line("last")])
        }
    }

    @Test func `a line without its end is not given`() {
        #expect(outputs([Array("{\"type\":\"status\"}".utf8)]) == [])
    }

    @Test func `empty lines are nothing`() {
        #expect(outputs([Array("\n\r\n\n".utf8)]) == [])
    }

    @Test func `a line of the greatest length is given`() {
        let longest = [UInt8](repeating: 0x61, count: RequestLines.limit)
        #expect(outputs([longest + [0x0A]]) == [.line(longest)])
    }

    @Test func `one byte more is overlong, once, and the end of everything`() {
        let longer = [UInt8](repeating: 0x61, count: RequestLines.limit + 1)
        #expect(outputs([longer, longer, [0x0A], Array("{}\n".utf8)]) == [.overlong])
    }
}
