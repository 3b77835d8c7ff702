import AAMVA
import CBench
import Scanning

/// How long a licence takes from its bytes to the till's line, beside C that only splits the same bytes at line feeds.
struct DecodeBenchmark {
    private static let rounds = 2000
    /// As many times as long as the C beside it, and nanoseconds.
    private static let aim = (ratio: 14.0, time: 2000.0)

    /// One thing to be measured. All take turns in each round, so that what disturbs one disturbs the others.
    private struct Lane {
        let name: String
        /// Does it once for each licence; returns how many came out right.
        let work: () -> Int
        var samples = Samples()

        init(_ name: String, _ work: @escaping () -> Int) {
            self.name = name
            self.work = work
        }
    }

    private let payloads = (0..<32).map { SampleLicense.payload(of: $0 * 31_013) }
    private let decode = LocalDecode()

    func run() throws(BenchError) -> [Figure] {
        var lanes = try lanes()
        for _ in 0..<Self.rounds {
            for index in lanes.indices { try measure(&lanes[index]) }
        }
        let costs = lanes.map { ($0.samples.median / .nanoseconds(1)) / Double(payloads.count) }
        var figures = zip(lanes, costs).map { Figure($0.name, $1, .nanoseconds) }
        figures[1] = Figure(lanes[1].name, costs[1], .nanoseconds, aim: Self.aim.time)
        figures.insert(
            Figure("ratio of these two", costs[1] / costs[0], .times, aim: Self.aim.ratio), at: 2)
        return figures + allocations
    }

    /// How often memory is asked for: after the record's own storage has been, and on the whole way of one licence.
    private var allocations: [Figure] {
        let payload = payloads[0]
        let bytes = payload.span
        var decoder = RecordDecoder()
        _ = decoder.push(bytes.extracting(first: 1))
        var before = cbench_allocations()
        for index in 1..<bytes.count { _ = decoder.push(bytes.extracting(index...index)) }
        let onPush = cbench_allocations() - before
        precondition(decoder.isComplete, "a sample licence proves its end")
        before = cbench_allocations()
        let line = decode.line(payload)
        let onWholeWay = cbench_allocations() - before
        precondition(!line.isEmpty, "a sample licence is an applicant")
        return [
            Figure("on push, beyond the record's storage", Double(onPush), .allocations, aim: 0),
            Figure("bytes to the till's line", Double(onWholeWay), .allocations),
        ]
    }

    private func measure(_ lane: inout Lane) throws(BenchError) {
        let begin = ContinuousClock.now
        let done = lane.work()
        lane.samples.add(ContinuousClock.now - begin)
        guard done == payloads.count else {
            throw BenchError("\(lane.name): \(done) of \(payloads.count) licences came out right")
        }
    }

    /// The two that are compared, then the steps of the whole way, then the whole way as the daemon's allocator has it.
    private func lanes() throws(BenchError) -> [Lane] {
        let (payloads, decode) = (payloads, decode)
        let records = payloads.compactMap(decode.record)
        let resolutions = records.map(decode.resolution)
        return [
            Lane("C: lines split by memchr") { payloads.count { Self.split($0) == SampleLicense.lines } },
            Lane("bytes to the till's line") { payloads.count { decode.line($0).count > $0.count } },
            Lane("  bytes to record") { payloads.count { decode.record($0) != nil } },
            Lane("  record to typed licence") { records.count { License($0).number != nil } },
            Lane("  record to applicant, typing included") {
                records.count { if case .applicant = decode.resolution($0) { true } else { false } }
            },
            Lane("  applicant to line") { resolutions.count { !decode.line(of: $0).isEmpty } },
            Lane("whole way, freed memory overwritten") {
                cbench_overwrite_freed_memory(1)
                defer { cbench_overwrite_freed_memory(0) }
                return payloads.count { decode.line($0).count > $0.count }
            },
        ]
    }

    private static func split(_ payload: [UInt8]) -> Int {
        withUnsafeTemporaryAllocation(of: cbench_line.self, capacity: 64) { lines in
            payload.withUnsafeBufferPointer {
                cbench_split($0.baseAddress, $0.count, lines.baseAddress, lines.count)
            }
        }
    }
}
