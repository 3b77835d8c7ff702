import Scanning
import Testing

@Suite struct AnswerJudgeTests {
    private static let question = ContinuousClock.now
    private static let enter: UInt16 = 28
    private static let shift: UInt16 = 42

    /// The keys `1`, each so many milliseconds after the one before, and what is made of them.
    private func verdict(
        gaps: [Int], of key: UInt16 = 2, isEndedByEnter: Bool = true
    ) -> AnswerJudge.Verdict? {
        var judge = AnswerJudge(askedAt: Self.question)
        var moment = Self.question
        var verdict: AnswerJudge.Verdict?
        for gap in [0] + gaps {
            moment += .milliseconds(gap)
            verdict = verdict ?? judge.receive(.keys([KeyEvent(code: key, isPressed: true)]), at: moment)
            verdict = verdict ?? judge.receive(.keys([KeyEvent(code: key, isPressed: false)]), at: moment)
        }
        guard isEndedByEnter else { return verdict ?? silence(&judge) }
        return verdict ?? judge.receive(.keys([KeyEvent(code: Self.enter, isPressed: true)]), at: moment)
    }

    private func silence(_ judge: inout AnswerJudge) -> AnswerJudge.Verdict? {
        judge.deadline.flatMap { judge.receive(.silence, at: $0) }
    }

    private func verdict(
        bytes: String, at moment: ContinuousClock.Instant = question
    ) -> AnswerJudge.Verdict? {
        var judge = AnswerJudge(askedAt: Self.question)
        return judge.receive(.bytes(Array(bytes.utf8)), at: moment) ?? silence(&judge)
    }

    @Test(arguments: [0, 1, 6, 10, 19, 40, 80, 100]) func `keys at a scanner's pace are a scan`(gap: Int) {
        #expect(verdict(gaps: Array(repeating: gap, count: 12)) == .scan)
    }

    @Test func `a scanner that pauses longer now and then is a scanner`() {
        #expect(verdict(gaps: [80, 80, 100, 80, 70, 80, 80, 100, 80, 80, 80, 80]) == .scan)
    }

    @Test func `a scan without a suffix ends in quiet`() {
        #expect(verdict(gaps: Array(repeating: 4, count: 12), isEndedByEnter: false) == .scan)
    }

    @Test(arguments: [
        [90, 140, 70, 120, 200, 95, 110], [150, 150, 150, 150, 150, 150], [60, 160, 60, 60, 60, 60, 60],
    ])
    func `a person's keys are typing`(gaps: [Int]) {
        #expect(verdict(gaps: gaps) == .typing)
    }

    @Test func `a few keys at once are neither`() {
        #expect(verdict(gaps: [5, 5, 5]) == nil)
    }

    @Test func `a key by itself is neither`() {
        #expect(verdict(gaps: []) == nil)
    }

    @Test func `keys that are no text are none of a scan`() {
        #expect(verdict(gaps: Array(repeating: 4, count: 12), of: Self.shift) == nil)
    }

    @Test func `a scan after somebody's typing is a scan`() {
        var judge = AnswerJudge(askedAt: Self.question)
        func press(_ keys: Int, each gap: Duration, from start: Duration) -> AnswerJudge.Verdict? {
            var verdict: AnswerJudge.Verdict?
            for key in 0..<keys {
                let code: UInt16 = key == keys - 1 ? Self.enter : 2
                let moment = Self.question + start + gap * key
                verdict =
                    verdict ?? judge.receive(.keys([KeyEvent(code: code, isPressed: true)]), at: moment)
            }
            return verdict
        }
        let first = press(9, each: .milliseconds(150), from: .zero)
        let second = press(14, each: .milliseconds(2), from: .seconds(5))
        #expect(first == .typing)
        #expect(second == .scan)
    }

    @Test func `bytes are a scan once they are over`() {
        #expect(verdict(bytes: "4006381333931\r") == .scan)
    }

    @Test func `a byte or two are none`() {
        #expect(verdict(bytes: "\0") == nil)
    }

    @Test func `a line that talks before it is asked talks by itself`() {
        let moment = Self.question - .milliseconds(1)
        #expect(verdict(bytes: "$GPGGA,1\r\n", at: moment) == .chatter)
    }

    @Test func `a scanner's own word for a scan's end is one`() {
        var judge = AnswerJudge(askedAt: Self.question)
        let first = judge.receive(.bytes(Array("4006381333931".utf8)), at: Self.question)
        let second = judge.receive(.scanEnded, at: Self.question)
        #expect([first, second] == [nil, .scan])
    }

    @Test func `what was damaged is no scan`() {
        var judge = AnswerJudge(askedAt: Self.question)
        let first = judge.receive(.bytes(Array("4006381333931".utf8)), at: Self.question)
        let second = judge.receive(.garbled, at: Self.question)
        #expect([first, second] == [nil, nil])
        #expect(judge.deadline == nil)
    }
}
