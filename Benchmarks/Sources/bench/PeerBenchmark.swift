import Glibc

/// The same licences by a peer: the package `aamva-parser` of PyPI, in Python, which times itself.
///
/// It is there when PYTHONPATH leads to it, as `make bench` has it.
struct PeerBenchmark {
    /// Parses what the arguments spell in hexadecimal, again and again, and prints the median of nanoseconds for one.
    private static let program = """
        import statistics, sys, time
        import aamva_parser
        payloads = [bytes.fromhex(argument).decode("latin-1") for argument in sys.argv[1:]]
        rounds = []
        for _ in range(40):
            begin = time.perf_counter_ns()
            for payload in payloads: aamva_parser.parse(payload)
            rounds.append((time.perf_counter_ns() - begin) / len(payloads))
        print(statistics.median(rounds))
        """

    let payloads = (0..<32).map { SampleLicense.payload(of: $0 * 31_013) }

    /// Nanoseconds for one licence; `nil` where Python or the peer is missing, which Python has told on standard error.
    func run() -> Double? {
        let arguments = payloads.map { $0.map { byte in Self.hexadecimal(byte) }.joined() }
        let command = "python3 -c '\(Self.program)' " + arguments.joined(separator: " ")
        guard let output = popen(command, "r") else { return nil }
        var text = [UInt8](repeating: 0, count: 64)
        let count = fread(&text, 1, text.count, output)
        guard pclose(output) == 0 else { return nil }
        return Double(String(decoding: text[..<count], as: UTF8.self).filter { !$0.isWhitespace })
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
