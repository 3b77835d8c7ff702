import Testing

@testable import TillSocket

@Suite struct ListenDescriptorTests {
    private func parse(
        _ count: String?, _ process: String?, names: String? = nil
    ) throws(TillSocketError) -> [ListenDescriptor] {
        try ListenDescriptor.parse(count: count, process: process, names: names, ownProcess: 42)
    }

    @Test func `descriptors are numbered from 3 and bear their names`() throws {
        #expect(
            try parse("2", "42", names: "lane1:lane2") == [
                ListenDescriptor(descriptor: 3, name: "lane1"),
                ListenDescriptor(descriptor: 4, name: "lane2"),
            ])
    }

    @Test func `a missing name is unknown`() throws {
        #expect(try parse("1", "42") == [ListenDescriptor(descriptor: 3, name: "unknown")])
    }

    @Test func `without the variables nothing was inherited`() throws {
        #expect(try parse(nil, nil).isEmpty)
    }

    @Test func `what was meant for another process is not taken`() throws {
        #expect(try parse("1", "41").isEmpty)
    }

    @Test(arguments: [("x", "42"), ("-1", "42"), ("2000000", "42")])
    func `a count that makes no sense is an error`(count: String, process: String) {
        #expect(throws: TillSocketError.invalidListenEnvironment(variable: "LISTEN_FDS")) {
            try parse(count, process)
        }
    }

    @Test func `a process id that makes no sense is an error`() {
        #expect(throws: TillSocketError.invalidListenEnvironment(variable: "LISTEN_PID")) {
            try parse("1", "me")
        }
    }

    @Test func `what is no listening socket is refused`() {
        #expect(throws: TillSocketError.notAListener(name: "lane1", descriptor: 0)) {
            try ListenDescriptor(descriptor: 0, name: "lane1").path()
        }
    }

    @Test func `more descriptors than sockets are an error`() {
        let descriptors = [ListenDescriptor(descriptor: 3, name: "a")]
        #expect(throws: TillSocketError.tooManyDescriptors(given: 1, configured: 0)) {
            try ListenDescriptor.pair(descriptors, with: [])
        }
    }
}
