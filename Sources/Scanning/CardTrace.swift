import AAMVA

/// What is remembered of the last licence for a moment: enough to know the 1-D code of the same card when it is read too.
///
/// It keeps keyed hashes of the elements, never the elements.
struct CardTrace {
    private static let window: Duration = .seconds(3)

    private let key: SipHash.Key
    /// A few dozen at most: an array is searched faster than a set is built.
    private var hashes: [UInt64] = []
    private var ended: ContinuousClock.Instant?

    init(key: SipHash.Key) {
        self.key = key
    }

    /// - Parameter ended: when the licence's last byte came.
    mutating func note(_ record: Record, ended: ContinuousClock.Instant) {
        hashes.removeAll(keepingCapacity: true)
        hashes.reserveCapacity(record.elements.count)
        for element in record.elements {
            let value = record.bytes[element.value]
            insert(value)
            // British Columbia's third track holds the small code's serial behind leading zeros.
            if value.count > CardSerial.length, CardSerial.matches(value.suffix(CardSerial.length)) {
                insert(value.suffix(CardSerial.length))
            }
        }
        self.ended = ended
    }

    /// Whether a code that began at this moment is one of the licence's elements, blanks and hyphens aside.
    func holds(_ code: String, began: ContinuousClock.Instant) -> Bool {
        guard let ended, ended.duration(to: began) <= Self.window else { return false }
        var hash = SipHash(key: key)
        return hash.combineSignificant(code.utf8) && hashes.contains(hash.finish())
    }

    private mutating func insert(_ value: some Sequence<UInt8>) {
        var hash = SipHash(key: key)
        if hash.combineSignificant(value) { hashes.append(hash.finish()) }
    }
}

extension SipHash {
    /// Takes all bytes but blanks and hyphens; `false` where nothing is left.
    fileprivate mutating func combineSignificant(_ bytes: some Sequence<UInt8>) -> Bool {
        var isEmpty = true
        for byte in bytes where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            combine(byte)
            isEmpty = false
        }
        return !isEmpty
    }
}
