import Testing

@testable import YAML

@Suite struct YAMLReaderTests {
    private func problem(in text: String) -> YAMLError? {
        do throws(YAMLError) {
            _ = try YAMLReader.read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func `groups, lists and scalars keep the order and the letters of the text`() throws {
        let root = try #require(try YAMLReader.read("b: [no, 0755]\na: 'x'\n"))
        guard case .mapping(let entries) = root.content else {
            Issue.record("the root is no mapping")
            return
        }
        #expect(entries.map(\.key.scalar) == ["b", "a"])
        guard case .sequence(let items) = entries[0].value.content else {
            Issue.record("the first value is no sequence")
            return
        }
        #expect(items.map(\.scalar) == ["no", "0755"])
    }

    @Test(arguments: [("a: 'b'", true), ("a: \"b\"", true), ("a: b", false), ("a: |\n  b", false)])
    func `a scalar tells whether it stood in quotes`(text: String, expected: Bool) throws {
        let root = try #require(try YAMLReader.read(text))
        guard case .mapping(let entries) = root.content,
            case .scalar(_, let isQuoted) = entries[0].value.content
        else {
            Issue.record("the value is no scalar")
            return
        }
        #expect(isQuoted == expected)
    }

    @Test func `places count lines and characters from one`() throws {
        let root = try #require(try YAMLReader.read("# ü\nü: {é: [1, x]}\n"))
        guard case .mapping(let entries) = root.content, case .mapping(let inner) = entries[0].value.content,
            case .sequence(let items) = inner[0].value.content
        else {
            Issue.record("the text was read otherwise")
            return
        }
        #expect(inner[0].key.mark == YAMLMark(line: 2, column: 5))
        #expect(items[1].mark == YAMLMark(line: 2, column: 12))
    }

    @Test(arguments: ["", "\n", "# nothing\n", "---\n...\n"])
    func `a text of nothing holds no document or an empty scalar`(text: String) throws {
        let root = try YAMLReader.read(text)
        #expect(root == nil || root?.scalar == "")
    }

    @Test func `an alias stands for what it names`() throws {
        let root = try #require(try YAMLReader.read("a: &x {k: v}\nb: *x\n"))
        guard case .mapping(let entries) = root.content, case .mapping(let copy) = entries[1].value.content
        else {
            Issue.record("the alias was read otherwise")
            return
        }
        #expect(copy[0].value.scalar == "v")
    }

    @Test func `a key that stands twice is refused at its second place`() {
        #expect(
            problem(in: "a:\n  b: 1\n  b: 2\n")
                == YAMLError(problem: .duplicateKey("b"), mark: YAMLMark(line: 3, column: 3)))
    }

    @Test(arguments: [
        ("a: [b", 2), ("a: b: c", 1), ("\n\tx: 1", 2), ("a: 1\nb: *nowhere", 2), ("a: 1\n--- \nb: 2", 3),
    ])
    func `broken syntax and a second document are refused with their line`(text: String, line: Int) throws {
        let error = try #require(problem(in: text))
        guard case .syntax = error.problem else {
            Issue.record("\(error)")
            return
        }
        #expect(error.mark?.line == line)
    }

    @Test func `aliases that unfold without end, or to more than fits, are refused`() {
        let endless = problem(in: "a: &x [*x]\n")
        #expect(endless?.problem == .tooLarge)
        let layers = (1...9).map {
            "l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 9).joined(separator: ", "))]"
        }
        let huge = problem(in: "l0: &l0 x\n" + layers.joined(separator: "\n"))
        #expect(huge?.problem == .tooLarge)
    }
}
