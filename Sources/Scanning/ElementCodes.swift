import AAMVA

/// The standard's code lists, in words.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D, table D.3; colours and race by ANSI D20, "Traffic Records Systems
/// Data Dictionary"; other abbreviations as cards have them.
enum ElementCodes {
    /// `nil` for a code that isn't listed. A word that is itself a meaning, such as `BROWN`, stands for itself.
    static func meaning(of code: String, in element: ElementID) -> String? {
        guard let list = list(for: element) else { return nil }
        return list[code.uppercased()] ?? list.values.first { $0 == code.lowercased() }
    }

    private static func list(for element: ElementID) -> [String: String]? {
        switch element {
        case ElementID("DBC"): sexes
        case ElementID("DAY"): eyes
        case ElementID("DAZ"): hair
        case ElementID("DCE"): weightRanges
        case ElementID("DCG"): countries
        case ElementID("DCL"): races
        case ElementID("DDE"), ElementID("DDF"), ElementID("DDG"): truncations
        case ElementID("DDA"): compliances
        case ElementID("DBH"), ElementID("DBI"), ElementID("DDD"), ElementID("DDK"), ElementID("DDL"),
            ElementID("DDM"), ElementID("DDN"), ElementID("DDO"), ElementID("DDP"):
            answers
        default: nil
        }
    }

    private static let answers = ["1": "yes", "Y": "yes", "0": "no", "N": "no"]

    private static let sexes = [
        "1": "male", "M": "male", "2": "female", "F": "female", "9": "not specified", "X": "not specified",
        "U": "unknown",
    ]

    private static let eyes = [
        "BLK": "black", "BLU": "blue", "BRO": "brown", "DIC": "dichromatic", "GRN": "green", "GRY": "gray",
        "HAZ": "hazel", "MAR": "maroon", "PNK": "pink", "UNK": "unknown",
        "BRN": "brown", "BR": "brown", "BN": "brown", "HZL": "hazel",
    ]

    private static let hair = [
        "BAL": "bald", "BLK": "black", "BLN": "blond", "BRO": "brown", "GRY": "gray", "RED": "red",
        "SDY": "sandy", "UNK": "unknown", "WHI": "white",
        "BRN": "brown", "BR": "brown", "BN": "brown",
    ]

    private static let countries = [
        "USA": "United States", "CAN": "Canada", "CDN": "Canada", "MEX": "Mexico",
    ]

    private static let races = [
        "AI": "Alaskan or American Indian", "AP": "Asian or Pacific Islander", "BK": "black",
        "H": "Hispanic origin", "O": "not of Hispanic origin", "U": "unknown", "W": "white",
    ]

    private static let weightRanges = [
        "0": "up to 70 lb", "1": "71 to 100 lb", "2": "101 to 130 lb", "3": "131 to 160 lb",
        "4": "161 to 190 lb", "5": "191 to 220 lb", "6": "221 to 250 lb", "7": "251 to 280 lb",
        "8": "281 to 320 lb", "9": "321 lb and more",
    ]

    private static let truncations = ["T": "truncated", "N": "not truncated", "U": "unknown"]

    private static let compliances = [
        "F": "compliant", "M": "materially compliant", "N": "not compliant",
    ]
}
