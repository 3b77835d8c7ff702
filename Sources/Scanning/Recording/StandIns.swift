/// Numbers for stand-ins: the same for the same text and key, and nobody's guess without the key.
///
/// A line that comes twice gets the same stand-in twice, so that a card read twice still is one; two different lines have
/// nothing in common, so that no letter can be told from another by how often it occurs.
struct StandIns {
    private let key: SipHash.Key

    /// - Parameter text: whose stand-ins they are.
    init(for text: some Sequence<UInt8>, key: SipHash.Key) {
        var hash = SipHash(key: key)
        hash.combine(text)
        self.key = SipHash.Key(low: hash.finish(), high: key.high)
    }

    /// A number from 0 to `bound` - 1 for one place in the text.
    func number(below bound: Int, at place: Int) -> Int {
        var hash = SipHash(key: key)
        for shift in stride(from: 0, to: 64, by: 8) { hash.combine(UInt8(place >> shift & 0xFF)) }
        // 64 bits for at most 70 values: none is preferred by more than anybody could notice.
        return Int(hash.finish() % UInt64(bound))
    }
}
