/// Licence payloads as they arrive: bytes in any chunks go in, records come out.
///
/// Two parts share one buffer. `RecordOutline` follows the bytes as they come, and knows at which byte the
/// record's own structure proves its end. `PayloadReader` interprets the whole once it has ended, however it ended;
/// so the result depends on the bytes alone, never on how they were split.
///
/// The buffer is wiped when it is forgotten, or handed on as `Record.bytes`.
public struct RecordDecoder: Sendable {
    /// The most bytes that one scan may hold. The largest PDF417 symbol holds 1,108 bytes, and joined ones fit.
    public static let limit = 8192

    /// Longer than nearly all records, and no longer than memory is at hand for without a search: `malloc` keeps blocks of
    /// up to 1,032 bytes ready, of which an array takes 32 for itself.
    private static let usualLength = 960

    /// What the bytes taken so far could be.
    public enum Recognition: Hashable, Sendable {
        case empty
        /// They could still begin a licence's header.
        case possible
        /// A licence's header or stripe has been recognized.
        case licence
        /// No licence begins like this; only the whole scan can tell for sure, as first keys may have been lost.
        case other
    }

    /// What a whole scan turned out to be.
    public enum Outcome: Sendable {
        /// An empty scan: no bytes, or blanks and line ends only.
        case nothing
        /// No licence, and why: `unreadable`, `wrongBarcode`, `compactEncoding`, `parsedMode`, `otherDocument`, `tooLong`.
        case notLicence(DecodeError)
        /// One record, or why it can't be read.
        case record(Result<Record, DecodeError>)
        /// A result for each of several records that came joined, in order. Data of one never reaches another.
        case records([Result<Record, DecodeError>])
    }

    /// What was taken since the last `finish` or `reset`.
    public private(set) var bytes: [UInt8] = []
    private var outline = RecordOutline()
    private var isOverfull = false

    public init() {}

    public var recognition: Recognition { bytes.isEmpty ? .empty : outline.recognition }

    /// The structure proves that the record ended at the last byte taken.
    ///
    /// That is: elements separated by LF, every subfile of the directory seen, and the last one's CR within two bytes
    /// of its declared end; or a stripe text whose third track has its full length and has closed.
    public var isComplete: Bool { outline.isComplete }

    /// Takes bytes up to and including the record's proven last one.
    ///
    /// - Returns: how many it took; less than given only when the record is complete or `limit` is reached.
    public mutating func push(_ chunk: Span<UInt8>) -> Int {
        let old = bytes.count
        guard !isComplete, !chunk.isEmpty else { return 0 }
        if old == 0 { bytes.reserveCapacity(Self.usualLength) }
        let room = min(chunk.count, Self.limit - old)
        isOverfull = isOverfull || room < chunk.count
        chunk.extracting(0..<room).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        outline.advance(over: bytes)
        bytes.removeLast(bytes.count - outline.position)
        return bytes.count - old
    }

    public mutating func push(_ chunk: [UInt8]) -> Int { push(chunk.span) }

    /// Judges everything taken as one whole scan, and starts anew.
    public mutating func finish() -> Outcome {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        let tooLong = isOverfull
        let recognition = outline.recognition
        outline = RecordOutline()
        isOverfull = false
        guard tooLong else {
            if let record = PayloadReader.cleanRecord(of: taken) { return .record(.success(record)) }
            let outcome = PayloadReader.judge(taken)
            if !outcome.isOneRecord(of: taken) { taken.wipe() }
            return outcome
        }
        let error = DecodeError.tooLong(received: taken.count, limit: Self.limit)
        taken.wipe()
        return recognition == .licence ? .record(.failure(error)) : .notLicence(error)
    }

    /// Forgets and wipes what was taken.
    public mutating func reset() {
        bytes.wipe()
        outline = RecordOutline()
        isOverfull = false
    }

    /// A whole payload in one call.
    public static func decode(_ payload: [UInt8]) -> Outcome {
        guard payload.count <= limit else {
            return .notLicence(.tooLong(received: payload.count, limit: limit))
        }
        return PayloadReader.outcome(of: payload)
    }

    /// Like `decode`, but a record of elements that was cut is given as far as it goes: for people who look into a failed
    /// scan. No person may be made of it.
    public static func fragments(of payload: [UInt8]) -> Outcome {
        guard payload.count <= limit else { return decode(payload) }
        return PayloadReader.outcome(of: payload, cutting: .shown)
    }
}

extension RecordDecoder: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How much was taken, never what.
    public var description: String { "RecordDecoder(\(bytes.count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension RecordDecoder.Outcome {
    /// A result for each record, in order; empty where there is none.
    public var results: [Result<Record, DecodeError>] {
        switch self {
        case .nothing, .notLicence: []
        case .record(let result): [result]
        case .records(let results): results
        }
    }

    /// One record took over the payload's bytes as they are; nothing else keeps any of them. A record that was read from
    /// mended bytes has its own.
    fileprivate func isOneRecord(of payload: [UInt8]) -> Bool {
        guard case .record(.success(let record)) = self else { return false }
        return record.bytes == payload
    }
}

extension [UInt8] {
    /// Overwrites the content, then empties the array; its storage is kept for the next scan.
    mutating func wipe() {
        for index in indices { self[index] = 0 }
        removeAll(keepingCapacity: true)
    }
}
