import AAMVA

/// One input as a decoder gets it: whole, and in pieces.
struct DecoderTrial {
    private let input: [UInt8]

    init(_ input: [UInt8]) { self.input = input }

    func run() {
        let (taken, isComplete, parts) = pushed()
        let whole = RecordDecoder.decode(Array(input[..<taken]))
        demand(
            taken == input.count || isComplete || taken == RecordDecoder.limit,
            "all bytes are taken but behind an end")
        if input.count <= RecordDecoder.limit || isComplete {
            demand(parts.isSame(as: whole), "the outcome doesn't depend on how the bytes were cut")
        } else {
            demand(
                parts.error == .tooLong(received: taken, limit: RecordDecoder.limit),
                "too many bytes are an error")
        }
        for case .success(let record) in whole.results { RecordTrial(record, inputCount: taken).run() }
    }

    private func pushed() -> (taken: Int, isComplete: Bool, outcome: RecordDecoder.Outcome) {
        var decoder = RecordDecoder()
        var chunks = Chunks(input)
        var taken = 0
        while taken < input.count, !decoder.isComplete, taken < RecordDecoder.limit {
            taken += decoder.push(chunks.next(of: input[taken...]))
            demand(decoder.bytes.count == taken, "what was taken is kept")
            demand(decoder.bytes.capacity <= 2 * RecordDecoder.limit, "no more than a scan's bytes are kept")
            demand(
                "\(decoder)" == "RecordDecoder(\(taken) bytes)",
                "a decoder's description says no more than a count")
        }
        if taken < input.count, !decoder.isComplete { _ = decoder.push(Array(input[taken...])) }
        let isComplete = decoder.isComplete
        return (taken, isComplete, decoder.finish())
    }
}
