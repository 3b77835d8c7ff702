import Scanning
import Testing

@Suite struct LatencyRecorderTests {
    @Test func `there is no quantile before the first scan`() {
        #expect(LatencyRecorder().p50 == nil)
    }

    @Test func `quantiles are latencies that happened, in milliseconds to the microsecond`() {
        var recorder = LatencyRecorder()
        for number in 1...100 { recorder.record(.microseconds(number * 10)) }
        #expect(recorder.p50 == 0.5)
        #expect(recorder.p99 == 0.99)
    }

    @Test func `one scan is its own median`() {
        var recorder = LatencyRecorder()
        recorder.record(.nanoseconds(1_234_567))
        #expect(recorder.p50 == 1.235)
        #expect(recorder.p99 == 1.235)
    }

    @Test func `only the last 1024 scans count`() {
        var recorder = LatencyRecorder()
        for _ in 0..<5000 { recorder.record(.seconds(9)) }
        for _ in 0..<1024 { recorder.record(.milliseconds(2)) }
        #expect(recorder.p99 == 2)
    }
}
