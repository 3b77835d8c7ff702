import AAMVA

extension Finding.Damage {
    /// What was found, as the middle of a sentence.
    var phrase: String {
        switch self {
        case .lostComplianceIndicator: "the header's first mark is missing"
        case .lostRecordSeparator: "the header's record separator is missing"
        case .headerSeparators: "the header's separators are not the standard's"
        case .headerBlanks: "the header holds stray blanks"
        case .fileType: "the header's file type is damaged"
        case .issuerDigits: "the issuer's number is damaged"
        case .versionDigits: "the header's version is damaged"
        case .directory: "the directory of subfiles is damaged"
        case .missingSubfileTag: "a subfile lacks its type"
        case .doubledSubfileTag: "a subfile's type stands twice"
        case .separators: "the elements are separated otherwise than by the standard"
        case .separatorsLost: "the separators between elements are missing"
        case .invertedCase: "upper and lower case are swapped, as by Caps Lock"
        case .filler: "filler characters surround the data"
        case .controlCharacters: "control characters stand in the text"
        case .doubledIdentifier: "an element's identifier stands twice"
        case .strayText: "text stands outside any element"
        case .movedValue: "a value stands on another line than its identifier"
        case .versionUnknown: "the version is newer than any known one"
        case .caretsLost: "the marks between a track's fields are missing"
        case .trackSeparators: "the marks around a track are not the standard's"
        case .trackIncomplete: "a track is incomplete"
        case .trackLength: "a track is longer than its fields can be"
        case .dateOrder: "a date's order is not the one that the version prescribes"
        case .leadingBytes: "other bytes stand before the header"
        case .trailingBytes: "other bytes stand after the record"
        case .unterminated: "the last element has no end"
        case .endsEarly: "the record ends before its directory says, and may have lost this element"
        case .valueForm: "it has another form than this element's values"
        case .missingElement: "an element that every card has is missing, and this may be it"
        case .identifier: "the element's identifier is damaged"
        case .foreignElement: "cards of this version have no such element"
        case .contradictingDates: "the card's dates contradict each other"
        case .nameOrder: "the order of the names is not certain"
        }
    }
}
