/// What scanners, wedges and hosts do to a payload.
public enum Damage: String, CaseIterable, Sendable {
    /// A byte that no card holds there: a control, 0xFF, or a separator.
    case foreignByte, foreignRun
    /// Any other byte; what comes out may be another card's.
    case changedByte, changedRun
    case lostByte, lostRun, doubledByte, doubledRun, insertedByte, insertedRun
    /// The end is missing.
    case cut
    /// The start is missing: first keys that were eaten.
    case lostStart
    /// All separators of the main subfile: CR, CR LF, GS, `|` or `^^` instead of LF.
    case separatorsReplaced
    /// One separator is another control or sign, a blank, or gone.
    case separatorReplaced, separatorBlanked, separatorLost
    /// Every LF is gone.
    case separatorsLost
    /// Caps Lock.
    case invertedCase
    /// One to six of the header's bytes, before the directory.
    case header
    /// Any digits in the directory.
    case directory
    /// More blanks behind values.
    case padding
    /// Elements in another order.
    case shuffled
    /// NULs or 0x90 around the record.
    case filler
    /// NULs between the elements.
    case innerFiller
    case doubledType, lostType

    /// Nothing of the person is touched, so a reader loses nothing.
    public var isHarmless: Bool {
        switch self {
        case .invertedCase, .directory, .padding, .shuffled, .filler, .doubledType: true
        default: false
        }
    }

    /// The bytes may have become another card's, at the touched place.
    public var isTraceless: Bool {
        switch self {
        case .changedByte, .changedRun, .header, .separatorBlanked: true
        default: false
        }
    }
}

extension Card {
    /// A stripe has neither lengths nor elements, so that a byte more or less may be another card's; and only British
    /// Columbia writes enough of it twice that a lost mark shows.
    func canHave(_ damage: Damage) -> Bool {
        switch form {
        case .standard: true
        case .stripe(let stripe):
            switch damage {
            case .foreignByte: stripe.kind == .britishColumbia
            case .cut, .invertedCase, .filler: true
            default: false
            }
        }
    }
}
