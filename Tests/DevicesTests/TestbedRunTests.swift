import Testing

@Suite(.timeLimit(.minutes(10)), .enabled(if: !Testbed.isHere, "this process is the one in the testbed"))
struct TestbedRunTests {
    @Test func `every test about udev and keyboards passes among the testbed's devices`() throws {
        let (status, output) = try Testbed.run(filter: "InTestbedTests")
        #expect(status == 0, "\(output)")
        #expect(output.contains("Suite KeyboardTests passed"), "\(output)")
        #expect(output.contains("Suite DirectoryTests passed"), "\(output)")
        #expect(output.contains("Suite ReportTests passed"), "\(output)")
        #expect(output.contains("Suite ProcessTests passed"), "\(output)")
    }
}
