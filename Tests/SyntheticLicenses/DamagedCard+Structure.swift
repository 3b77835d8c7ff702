/// Damage to separators, directory and elements.
extension DamagedCard {
    /// Where the main subfile's separators stand.
    private var separators: [Int] {
        card.places.map(\.value.upperBound).filter { card.payload[$0] == 0x0A }
    }

    mutating func separate(using random: inout SplitMix64) {
        let all = separators
        let place = random.one(of: all)
        switch damage {
        case .separatorsReplaced:
            let sign = random.one(of: [[0x0D], [0x0D, 0x0A], [0x1D], [0x7C], [0x5E, 0x5E]] as [[UInt8]])
            replace(all, with: sign)
        case .separatorReplaced:
            replace(
                [place], with: random.one(of: [[0x0D], [0x0D, 0x0A], [0x1D], [0x7C], [0x00]] as [[UInt8]]))
        case .separatorBlanked:
            touched = place..<place + 1
            replace([place], with: [0x20])
        case .separatorLost: replace([place], with: [])
        case .separatorsLost:
            payload = Array(payload[..<card.dataStart]) + payload[card.dataStart...].filter { $0 != 0x0A }
        default: replace(all, with: [0x0A, 0x00])
        }
    }

    private mutating func replace(_ places: [Int], with bytes: [UInt8]) {
        for place in places.reversed() { payload.replaceSubrange(place...place, with: bytes) }
    }

    mutating func renumber(using random: inout SplitMix64) {
        let entry = card.dataStart - 10
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            payload[entry + Int.random(in: 2...9, using: &random)] = UInt8.random(
                in: 0x30...0x39, using: &random)
        }
    }

    /// The same elements, with blanks behind their values or in another order; the directory stays as it was.
    mutating func rewrite(using random: inout SplitMix64) {
        let end = card.places.last?.value.upperBound ?? card.payload.count
        var lines = card.places.map { Array(card.payload[$0.value.lowerBound - 3..<$0.value.upperBound]) }
        if damage == .shuffled {
            lines.shuffle(using: &random)
        } else {
            for _ in 0..<3 { lines[Int.random(in: lines.indices, using: &random)] += [0x20, 0x20] }
        }
        let start = card.dataStart + 2
        payload = Array(card.payload[..<start]) + lines.joined(separator: [0x0A]) + card.payload[end...]
    }
}
