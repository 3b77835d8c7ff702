import AAMVA
import ArgumentParser
import Scanning

/// Decodes a payload from a file or standard input.
struct DecodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode",
        abstract: "Decodes a licence's payload from a file or standard input.",
        discussion: """
            Prints what the daemon would publish, as JSON, one line for each record. With --lines the input holds \
            one payload a line, each a JSON string, and each is answered by one line, or with --format \
            explain by several and a blank one.

            EXAMPLE
              scanbridge decode --format explain payload.txt
            """)

    @Argument(help: "The payload; standard input if there is none.", completion: .file())
    var file: String?

    @Option(help: "applicant, record (every element as scanned) or explain (the same for people).")
    var format = PayloadDecoder.Format.applicant

    @Option(
        help: "The date that warnings go by, YYYY-MM-DD; by default the machine's.", transform: Today.parsed)
    var today: Today?

    @Flag(help: "Add every decoded element to an applicant.")
    var document = false

    @Flag(help: "Read JSON strings, one payload a line.")
    var lines = false

    func run() throws {
        let decoder = PayloadDecoder(format: format, today: today ?? WallClock.today, document: document)
        if lines {
            try answerEachLine(decoder)
        } else {
            try decode(try InputFile(file).readAll(), decoder)
        }
    }

    private func decode(_ payload: [UInt8], _ decoder: PayloadDecoder) throws {
        let answers = decoder.results(payload).map { decoder.render($0) }
        guard answers.contains(where: { $0.failure == nil }) else {
            for failure in answers.compactMap(\.failure) {
                Console.complain("scanbridge: \(failure.reason.rawValue): \(failure.message)")
            }
            for answer in answers where answer.isExplained { Console.print(answer.text) }
            throw ExitCode(1)
        }
        for answer in answers { Console.print(answer.text) }
    }

    private static func answer(_ line: [UInt8], _ decoder: PayloadDecoder) -> String {
        guard let payload = PayloadLine.bytes(line) else {
            return PayloadDecoder.error(
                "bad_line", "the line is no JSON string; write one payload a line, in quotes")
        }
        let answers = decoder.results(payload).map { decoder.render($0).text }
        if decoder.format == .explain { return answers.joined(separator: "\n") + "\n" }
        return answers.count == 1 ? answers[0] : "[" + answers.joined(separator: ",") + "]"
    }

    /// Each line is answered as it comes, so that another program may hold a conversation.
    private func answerEachLine(_ decoder: PayloadDecoder) throws {
        let input = try InputFile(file)
        var rest: [UInt8] = []
        while let chunk = try input.read() {
            rest += chunk
            let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for line in lines.dropLast() { Console.print(Self.answer(Array(line), decoder)) }
            rest = Array(lines.last ?? [])
        }
        if !rest.isEmpty { Console.print(Self.answer(rest, decoder)) }
    }
}

extension PayloadDecoder.Format: ExpressibleByArgument {}

extension Today {
    /// For `--today`: a date that is believed.
    static func parsed(_ text: String) throws -> Today {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let date = CalendarDate(
                year: Int(parts[0]) ?? 0, month: Int(parts[1]) ?? 0, day: Int(parts[2]) ?? 0)
        else { throw ValidationError("'\(text)' is no date; write it as YYYY-MM-DD") }
        return Today(date)
    }
}
