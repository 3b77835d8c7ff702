/// Damage that knows nothing of what the bytes mean.
extension DamagedCard {
    mutating func overwrite(using random: inout SplitMix64) {
        var range = range(isRun: damage == .foreignRun || damage == .changedRun, using: &random)
        if damage == .header {
            let start = Int.random(in: 0..<17, using: &random)
            range = start..<min(start + Int.random(in: 1...6, using: &random), 17)
        }
        touched = range
        let isForeign = damage == .foreignByte || damage == .foreignRun
        for index in range {
            let old = payload[index]
            repeat {
                payload[index] =
                    isForeign
                    ? random.one(of: [0x00, 0xFF, 0x0A, 0x0D, 0x1D, 0x04, 0x7F])
                    : UInt8.random(in: 0...255, using: &random)
            } while payload[index] == old
        }
    }

    mutating func splice(using random: inout SplitMix64) {
        let isRun = damage == .lostRun || damage == .doubledRun || damage == .insertedRun
        let range = range(isRun: isRun, using: &random)
        switch damage {
        case .lostByte, .lostRun: payload.removeSubrange(range)
        case .doubledByte, .doubledRun: payload.insert(contentsOf: payload[range], at: range.upperBound)
        default:
            let bytes = range.map { _ in UInt8.random(in: 0...255, using: &random) }
            payload.insert(contentsOf: bytes, at: range.lowerBound)
        }
    }
}
