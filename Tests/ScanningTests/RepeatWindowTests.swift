import AAMVA
import Scanning
import Testing

@Suite struct RepeatWindowTests {
    private let start = ContinuousClock.now
    private let record = SampleRecord.make(SampleRecord.ontario)
    private let scan = ScanID.random()

    private func window(_ duration: Duration = .seconds(2)) -> RepeatWindow {
        var window = RepeatWindow(window: duration, key: (1, 2))
        window.published(record, as: scan, at: start)
        return window
    }

    @Test func `the same licence within the window repeats the published scan`() {
        #expect(window().earlier(record, at: start + .seconds(2)) == scan)
    }

    @Test func `after the window the same licence is news`() {
        #expect(window().earlier(record, at: start + .milliseconds(2001)) == nil)
    }

    @Test func `before anything was published every licence is news`() {
        #expect(RepeatWindow(window: .seconds(2), key: (1, 2)).earlier(record, at: start) == nil)
    }

    @Test func `asking does not lengthen the window`() {
        let window = window()
        for step in 1...20 { _ = window.earlier(record, at: start + .milliseconds(100 * step)) }
        #expect(window.earlier(record, at: start + .milliseconds(2100)) == nil)
    }

    @Test func `another licence is news, though it differs in one digit`() {
        var elements = SampleRecord.ontario
        elements[11].1 = "S04018500850418"
        #expect(window().earlier(SampleRecord.make(elements), at: start) == nil)
    }

    @Test func `a value that moves into the next element is another licence`() {
        let left = SampleRecord.make([("DCS", "AB"), ("DAC", "C")])
        var window = RepeatWindow(window: .seconds(2), key: (1, 2))
        window.published(left, as: scan, at: start)
        #expect(window.earlier(SampleRecord.make([("DCS", "A"), ("DAC", "BC")]), at: start) == nil)
    }

    @Test func `a window of zero is off`() {
        #expect(window(.zero).earlier(record, at: start) == nil)
    }
}
