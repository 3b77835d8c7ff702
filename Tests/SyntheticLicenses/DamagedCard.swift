/// A made-up card with one damage; the same for the same seed.
public struct DamagedCard: Sendable {
    public let seed: UInt64
    public let card: Card
    public let damage: Damage
    public internal(set) var payload: [UInt8]
    /// The card's own bytes that were overwritten, by their places in the intact payload.
    public internal(set) var touched: Range<Int> = 0..<0

    /// Any card that can have the damage.
    public init(seed: UInt64, damage: Damage) {
        var random = SplitMix64(seed: seed)
        var card = Card(seed: random.next())
        while !card.canHave(damage) { card = Card(seed: random.next()) }
        self.seed = seed
        self.card = card
        self.damage = damage
        payload = card.payload
        apply(using: &random)
    }

    /// The keys whose values the touched bytes spell, so that nobody can know that they changed.
    ///
    /// That is a value's own bytes; the separator behind it, which joins it with the next; and an identifier, which makes the
    /// value another element's.
    public var unknowable: Set<String> {
        guard damage.isTraceless else { return [] }
        var keys: Set<String> = []
        for place in card.places {
            if touched.overlaps(place.value) || touched.contains(place.value.upperBound) {
                keys.formUnion(Self.keys(of: place.id))
            }
            let identifier = place.value.lowerBound - 3..<place.value.lowerBound
            if touched.overlaps(identifier) {
                keys.formUnion(Self.keys(of: String(decoding: payload[identifier], as: UTF8.self)))
            }
        }
        // The issuer's number stands behind the file type; the version, in which it is read, behind that.
        if touched.overlaps(9..<17) { keys.insert("govid_issuedby") }
        return keys
    }

    /// What is read from an element.
    public static func keys(of element: String) -> Set<String> { keys[element] ?? [] }

    private static let keys: [String: Set<String>] = [
        "DAA": ["first_name", "middle_name", "last_name", "name_suffix"],
        "DAB": ["last_name", "name_suffix"], "DCS": ["last_name", "name_suffix"],
        "DAC": ["first_name", "middle_name", "name_suffix"], "DAD": ["middle_name", "name_suffix"],
        "DCT": ["first_name", "middle_name", "name_suffix"], "DAE": ["name_suffix"], "DCU": ["name_suffix"],
        "DBA": ["govid_expiry"], "DBB": ["dob"], "DAQ": ["govid_number"], "DAG": ["address_1"],
        "DAH": ["address_2"], "DAI": ["city"], "DAJ": ["province"], "DAK": ["postal_code"],
    ]

    private mutating func apply(using random: inout SplitMix64) {
        switch damage {
        case .foreignByte, .foreignRun, .changedByte, .changedRun, .header: overwrite(using: &random)
        case .lostByte, .lostRun, .doubledByte, .doubledRun, .insertedByte, .insertedRun:
            splice(using: &random)
        case .cut: payload.removeLast(Int.random(in: 1..<payload.count, using: &random))
        case .lostStart: payload.removeFirst(Int.random(in: 1...9, using: &random))
        case .separatorsReplaced, .separatorReplaced, .separatorBlanked, .separatorLost, .separatorsLost,
            .innerFiller:
            separate(using: &random)
        case .invertedCase: payload = payload.map(\.caseInverted)
        case .directory: renumber(using: &random)
        case .padding, .shuffled: rewrite(using: &random)
        case .filler:
            let filler = random.one(of: [0x00, 0x90] as [UInt8])
            let count = Int.random(in: 1...4, using: &random)
            let bytes = [UInt8](repeating: filler, count: count)
            payload = bytes + payload + bytes
        case .doubledType:
            payload.insert(contentsOf: payload[card.dataStart..<card.dataStart + 2], at: card.dataStart)
        case .lostType: payload.removeSubrange(card.dataStart..<card.dataStart + 2)
        }
    }

    /// A place and how far a run of bytes reaches from it.
    func range(isRun: Bool, using random: inout SplitMix64) -> Range<Int> {
        let start = Int.random(in: payload.indices, using: &random)
        let length = isRun ? Int.random(in: 2...12, using: &random) : 1
        return start..<min(start + length, payload.count)
    }
}

extension UInt8 {
    /// As Caps Lock has it.
    var caseInverted: UInt8 { (0x41...0x5A).contains(self & 0xDF) && self < 0x80 ? self ^ 0x20 : self }
}

extension DamagedCard: CustomStringConvertible {
    public var description: String {
        "DamagedCard(seed: \(seed), damage: .\(damage)): \(card), touched \(touched)"
    }
}
