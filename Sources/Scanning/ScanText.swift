import AAMVA

/// A scan's bytes as they come: the AIM identifier taken off, the rest followed by the decoder.
struct ScanText {
    private var identifier = AIMIdentifier()
    private(set) var decoder = RecordDecoder()

    /// The scan's data, without identifier.
    var bytes: [UInt8] { decoder.bytes }
    var symbology: String? { identifier.text }
    /// Everything that was taken, the identifier with it.
    var count: Int { identifier.bytes.count + decoder.bytes.count }
    var isComplete: Bool { decoder.isComplete }

    var recognition: RecordDecoder.Recognition {
        decoder.bytes.isEmpty && !identifier.bytes.isEmpty ? .possible : decoder.recognition
    }

    /// Returns how many bytes were taken: at least one, unless a record is complete or the decoder's limit is reached.
    mutating func push(_ bytes: Span<UInt8>) -> Int {
        if decoder.bytes.isEmpty, !identifier.isComplete {
            if identifier.take(bytes[0]) { return 1 }
            releaseIdentifier()
        }
        return decoder.push(bytes)
    }

    mutating func finish() -> RecordDecoder.Outcome {
        identifier = AIMIdentifier()
        return decoder.finish()
    }

    mutating func reset() {
        identifier = AIMIdentifier()
        decoder.reset()
    }

    /// Makes data of what began like an identifier and is none, because the scan has gone on otherwise or has ended.
    mutating func releaseIdentifier() {
        if !identifier.isComplete { _ = decoder.push(identifier.release()) }
    }

    /// Drops the last bytes, which belong to another scan.
    mutating func dropLast(_ count: Int) {
        let kept = Array(decoder.bytes.dropLast(count))
        decoder.reset()
        _ = decoder.push(kept)
    }
}
