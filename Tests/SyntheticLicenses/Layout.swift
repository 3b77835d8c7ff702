/// How a card by the AAMVA standard is laid out: what its version demands, and what it leaves to the issuer.
public struct Layout: Hashable, Sendable {
    public enum Names: Hashable, Sendable {
        /// DAA: `LAST,FIRST,MIDDLE,SUFFIX`.
        case full
        /// DAB, DAC, DAD.
        case early
        /// DCS, and DCT with commas or blanks between the names.
        case given(comma: Bool)
        /// DCS, DAC, DAD.
        case separate
    }

    /// 1 to 11.
    public var version: Int
    /// `DL`, `ID` or `EN`.
    public var type: String
    public var names: Names
    /// Values are filled with blanks to the standard's widths.
    public var isPadded: Bool
    /// What stands for no value; empty where that is left blank.
    public var sentinel: String
    public var isYearFirst: Bool
    /// The country's code (DCG); absent in version 01.
    public var country: String?
    /// The last element has a separator before the segment's CR.
    public var endsInSeparator: Bool
    public var isShuffled: Bool
    /// Elements beyond the mandatory ones.
    public var hasOptions: Bool
    public var hasJurisdictionSubfile: Bool

    static func random(of issuer: Issuer, version: Int, using random: inout SplitMix64) -> Layout {
        let types = version >= 10 ? ["DL", "DL", "ID", "EN"] : ["DL", "DL", "DL", "ID"]
        let isCanadian = issuer.country == .canada
        return Layout(
            version: version, type: random.one(of: types),
            names: names(of: issuer, version: version, using: &random), isPadded: random.isOnce(in: 3),
            sentinel: random.one(
                of: version == 2 ? ["none", ""] : version < 5 ? ["NONE", ""] : ["NONE", "unavl", ""]),
            isYearFirst: version == 1 || version > 2 && isCanadian,
            country: version == 1 ? nil : country(of: issuer, version: version),
            endsInSeparator: random.isOnce(in: 2), isShuffled: random.isOnce(in: 3),
            hasOptions: random.isOnce(in: 2), hasJurisdictionSubfile: random.isOnce(in: 2))
    }

    private static func names(of issuer: Issuer, version: Int, using random: inout SplitMix64) -> Names {
        switch version {
        // Colorado's order within the full name is known from decoders only.
        case 1: issuer.code == "CO" ? .early : random.one(of: [.full, .early])
        case 2, 3: .given(comma: random.isOnce(in: 2))
        default: .separate
        }
    }

    private static func country(of issuer: Issuer, version: Int) -> String {
        switch issuer.country {
        case .canada: version == 2 ? "CDN" : "CAN"
        case .unitedStates: "USA"
        case .mexico: "MEX"
        }
    }

    /// The names' order can't be told but for a first name of one word.
    var needsPlainNames: Bool {
        switch names {
        case .full, .given(comma: false): true
        case .early, .given, .separate: false
        }
    }
}
