/// Follows the text of a magnetic stripe, as far as its tracks' sentinels tell where it ends.
///
///     %BCVICTORIA^SPECIMEN,$TEST^…^?  ;636028…?  _%0A…?
///     track 1                         track 2    track 3
///
/// Track 3 has a fixed length and may hold `?` in its security field, so only a `?` after that length closes it.
struct StripeOutline: Sendable {
    private(set) var recognition = RecordDecoder.Recognition.possible
    private(set) var isComplete = false
    private var track = 1
    /// Bytes of this track so far.
    private var column: Int
    private var fullLength = StripeOutline.thirdTrack

    /// Start sentinel, two version digits and 76 columns.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex F, "Track 3".
    static let thirdTrack = 79
    /// British Columbia writes `_%0A` where the standard has three bytes, and its security field is a byte longer.
    static let thirdTrackOfBritishColumbia = 81

    /// After track 1's `%`.
    init() {
        column = 1
    }

    /// After a city whose `%` was lost, at its `^`.
    init(afterCity length: Int) {
        column = length + 1
        recognition = .licence
    }

    mutating func step(_ byte: UInt8) {
        if column == 0, byte.isBlankOrControl { return }
        column += 1
        switch track {
        case 1: stepFirst(byte)
        case 2:
            if column == 1, byte != Byte.semicolon { giveUp() }
            if column == 7, byte.isDigit, recognition == .possible { recognition = .licence }
            if byte == Byte.question { close() }
        case 3:
            if column == 1, byte == UInt8(ascii: "_") { fullLength = Self.thirdTrackOfBritishColumbia }
            if byte == Byte.question, column > fullLength { isComplete = true }
        default: break
        }
    }

    /// The first two bytes are a jurisdiction's code: a payment card has a digit there.
    private mutating func stepFirst(_ byte: UInt8) {
        if column <= 3, !byte.isLetter {
            giveUp()
        } else if byte == Byte.caret {
            recognition = .licence
        } else if byte == Byte.question {
            close()
        }
    }

    private mutating func close() {
        track += 1
        column = 0
    }

    private mutating func giveUp() {
        if recognition == .possible { recognition = .other }
        track = 0
    }
}
