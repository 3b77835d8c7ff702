import Testing

@testable import TillSocket

@Suite struct ScannerPatternTests {
    @Test(arguments: [
        ("*", ""), ("*", "front"), ("front", "front"), ("fr?nt", "front"), ("f*t", "front"),
        ("*o*t*", "front"),
        ("/dev/*", "/dev/ttyACM0"), ("0c2e:*@1-?", "0c2e:0b61@1-2"), ("a*b*c", "aXbXbc"), ("?", "é"),
        ("**", "front"),
    ])
    func `a name that fits the pattern is shown`(pattern: String, name: String) {
        #expect(ScannerPattern(pattern).matches(name))
    }

    @Test(arguments: [
        ("", "front"), ("front", "Front"), ("fr?nt", "frnt"), ("front", "front2"), ("*t", "fronts"),
        ("?", ""),
        ("a*b", "abc"), ("front*x", "front"),
    ])
    func `a name that doesn't fit the pattern is not shown`(pattern: String, name: String) {
        #expect(!ScannerPattern(pattern).matches(name))
    }

    @Test func `a pattern full of stars is judged quickly`() {
        let pattern = ScannerPattern(String(repeating: "a*", count: 60) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 4000)))
    }
}
