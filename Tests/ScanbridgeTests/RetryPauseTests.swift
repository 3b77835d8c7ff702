import Testing

@testable import scanbridge

@Suite struct RetryPauseTests {
    @Test func `what fails is tried again ever less often, down to once a minute`() {
        var pause = RetryPause()
        let seconds = (1...9).map { _ in Int(pause.next() / .seconds(1)) }
        #expect(seconds == [1, 2, 4, 8, 16, 32, 60, 60, 60])
    }
}
