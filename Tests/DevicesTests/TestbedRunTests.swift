import Testing

@Suite(.timeLimit(.minutes(2)), .enabled(if: !Testbed.isHere, "this process is the one in the testbed"))
struct TestbedRunTests {
    @Test(arguments: ["KeyboardInTestbedTests", "DirectoryInTestbedTests"])
    func `among the testbed's devices every test passes`(suite: String) throws {
        let (status, output) = try Testbed.run(filter: suite)
        #expect(status == 0, "\(output)")
        #expect(output.contains("Suite \(suite) passed"), "\(output)")
    }
}
