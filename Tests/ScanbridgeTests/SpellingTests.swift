import Testing

@testable import scanbridge

@Suite struct SpellingTests {
    private let words = ["max_tills", "max_queue", "hold", "path"]

    @Test(arguments: [
        ("max_till", "max_tills"), ("maxtills", "max_tills"), ("max_tlils", "max_tills"), ("hodl", "hold"),
        ("pat", "path"), ("max_quue", "max_queue"),
    ])
    func `a word that is nearly right is corrected`(wrong: String, right: String) {
        #expect(Spelling.advice(for: wrong, among: words) == "did you mean \(right)?")
    }

    @Test func `another word gets the list of those that are right`() {
        #expect(
            Spelling.advice(for: "timeout", among: words)
                == "expected one of: max_tills, max_queue, hold, path")
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("hold", "hold", 0),
    ])
    func `distance counts letters added, removed, replaced or swapped`(
        left: String, right: String, distance: Int
    ) {
        #expect(Spelling.distance(left, right) == distance)
        #expect(Spelling.distance(right, left) == distance)
    }
}
