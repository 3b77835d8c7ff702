public import AAMVA

extension Finding {
    /// What was found, where, and what it means for the values, as a sentence that quotes nothing.
    public var sentence: String {
        switch self {
        case .lengthMismatch(let subfile, let offset, let foundOffset, let length, let foundLength):
            "The directory gives subfile \(subfile.code) offset \(offset) and length \(length); "
                + "found were \(foundOffset) and \(foundLength)."
        case .missingSubfile(let subfile):
            "The directory names subfile \(subfile.code), which the record does not hold."
        case .mended(let damage, let place):
            "Mended at byte \(place): \(damage.phrase)."
        case .doubtful(let element, let damage, let place):
            "In doubt: the value of \(element.code) at byte \(place), where \(damage.phrase)."
        }
    }
}
