import AAMVA

/// What speaks against a reading of a wedge's keys: the right layout has next to none of it, and others often have some.
struct ReadingDoubts: Equatable {
    /// Keys that a scanner set to the layout would not have used.
    private let strayKeys: Int
    /// Whether no record came of it: nothing else is known of such a reading.
    private let isBroken: Bool
    /// Whether a record has no birth date that can be read, as none has by a layout with other digits.
    private(set) var isNobody = false
    /// The elements that were found: a wrong layout can hide one.
    private var elements = 0
    /// Where the record departs from the standard, by the decoder's own judgement.
    private var findings = 0
    /// Subfiles and values that no card has.
    private var oddities = 0
    /// Signs that stand where no card has them.
    private var oddSigns = 0

    init(_ reading: WedgeReading) {
        strayKeys = reading.wedge.strayKeys
        let records = reading.records
        isBroken = records.isEmpty
        for record in records { add(record) }
    }

    /// Whether the other reading has less of something, and of nothing more.
    ///
    /// No sum is made of the kinds: a reading that is worse in one and better in another may be the right one. One that
    /// breaks off may be right, too, unless another makes a whole card of the keys with nothing odd in it.
    func areWorse(than other: ReadingDoubts) -> Bool {
        if other.isBroken { return isNobody }
        if isBroken { return strayKeys >= other.strayKeys && other.isLikely }
        if isNobody != other.isNobody { return isNobody }
        return self != other && strayKeys >= other.strayKeys && elements <= other.elements
            && findings >= other.findings && oddities >= other.oddities && oddSigns >= other.oddSigns
    }

    /// Whether it shows anything of the layout: what breaks off or names no birth date may be anything, by any layout, and
    /// becomes no applicant.
    var teaches: Bool { !isBroken && !isNobody }

    private var isLikely: Bool { !isNobody && oddities == 0 && oddSigns == 0 }

    private mutating func add(_ record: Record) {
        elements += record.elements.count
        // A filler is a sign from outside of ASCII, which a dead key types by one layout, and no sign at all by another.
        findings += record.findings.count { if case .mended(.filler, _) = $0 { false } else { true } }
        oddSigns += record.elements.reduce(0) { $0 + OddSigns(of: $1.id).count(in: record.bytes[$1.value]) }
        isNobody = isNobody || License(record).birthDate == nil
        guard case .aamva(let header) = record.layout else { return }
        oddities += header.directory.count { !Self.isSubfile($0.type) }
        // The header's capitals.
        if record.bytes.prefix(10).contains(where: { (0x61...0x7A).contains($0) }) { oddities += 1 }
        oddities += [Self.eyeColor, Self.hairColor].count { id in
            record.element(id).map { !ColorCode.isListed(record.bytes.span, $0.value) } ?? false
        }
        // From version 02 on each card tells the colour of the eyes, and some that of the hair.
        let hasSwapped = record.element(Self.eyeColor) == nil && record.element(Self.hairColor) != nil
        if hasSwapped, header.version.map({ $0 >= 2 }) ?? false { oddities += 1 }
    }

    private static let eyeColor = ElementID("DAY")
    private static let hairColor = ElementID("DAZ")

    private static func isSubfile(_ type: SubfileType) -> Bool {
        type == .driverLicense || type == .identificationCard || type == .enhancedDriverLicense
            || type.isJurisdictionSpecific
    }
}
