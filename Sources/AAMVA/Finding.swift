/// Something about a record that differs from the standard's shape: what it was, and where.
///
/// Places are bytes from the payload's first byte, which is 0 (where a payload joins several records: from the
/// record's own first byte). A finding never quotes the payload.
public enum Finding: Hashable, Sendable {
    /// A directory entry names another offset or length than the subfile was found to have.
    case lengthMismatch(
        subfile: SubfileType, declaredOffset: Int, foundOffset: Int, declaredLength: Int, foundLength: Int)
    /// The directory names a subfile that the record doesn't hold.
    case missingSubfile(SubfileType)
    /// Damage that was mended without doubt as to any value.
    case mended(Damage, at: Int)
    /// Damage that leaves the named element's value in doubt.
    case doubtful(ElementID, Damage, at: Int)

    /// A kind of damage seen on real cards and scanners.
    public enum Damage: String, Hashable, Sendable, CaseIterable {
        case lostComplianceIndicator, lostRecordSeparator, headerSeparators, headerBlanks, fileType,
            issuerDigits
        case versionDigits, directory, missingSubfileTag, doubledSubfileTag, separators, separatorsLost
        case invertedCase, filler, controlCharacters, doubledIdentifier, strayText, movedValue, versionUnknown
        case caretsLost, trackSeparators, trackIncomplete, trackLength, dateOrder, leadingBytes, trailingBytes
        /// The last element's terminator is missing.
        case unterminated
        /// The directory tells of more bytes than there are.
        case endsEarly
        /// A value of another form than its element can have.
        case valueForm
        /// Names in one element, in an order that no reliable source confirms.
        case nameOrder
        /// An element that every card has is missing, and this may be it.
        case missingElement
        /// An identifier that differs by a byte from that of an element which is missing, and was taken for it.
        case identifier
        /// An element that cards of the version don't have.
        case foreignElement
        /// Birth after issue, or expiry before it.
        case contradictingDates
    }
}
