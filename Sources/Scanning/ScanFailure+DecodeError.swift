public import AAMVA

extension ScanFailure {
    /// The decoder's error under the protocol's reason, in words for the person at the till.
    public init(_ error: DecodeError) {
        switch error {
        case .truncated(let received, let expected): self = .truncated(received: received, expected: expected)
        case .unreadable(let received):
            self.init(
                .unreadable,
                message: "No licence was found in the \(received) bytes of this scan; "
                    + "scan the large barcode again.")
        case .ambiguous(let element): self = .ambiguous(element)
        case .tooLong(_, let limit):
            self.init(
                .tooLong,
                message: "The scan went on beyond \(limit) bytes without an end; scan one barcode at a time, "
                    + "and have the scanner's settings checked if this happens again.")
        case .wrongBarcode:
            self.init(
                .wrongBarcode,
                message: "This is the card's small barcode; scan the large barcode.")
        case .vehicleDocument:
            self.init(
                .vehicleDocument,
                message: "This is a vehicle document, not a licence; scan the customer's licence.")
        case .compactEncoding:
            self.init(
                .compactEncoding,
                message: "This card uses the compact encoding, which cannot be read; "
                    + "enter the customer by hand.")
        case .parsedMode:
            self.init(
                .parsedMode,
                message: "The scanner sends a licence's fields instead of its barcode; "
                    + "have its licence parsing switched off.")
        case .otherDocument(let document):
            self.init(
                .otherDocument,
                message: document?.sentence
                    ?? "This is another document, not a licence; scan the customer's licence.")
        }
    }

    /// The kernel or the queue lost input.
    static let eventsDropped = ScanFailure(
        .eventsDropped, message: "Part of the scan was lost before it could be read; scan again.")

    /// What was to be typed may be a part of a licence.
    static let withheld = ScanFailure(
        .unreadable,
        message: "This scan may be part of a licence, so it was not typed; "
            + "scan the licence or the product again.")

    /// What was to be typed presses keys that programs take for commands.
    static let otherKeys = ScanFailure(
        .unreadable,
        message: "This barcode presses keys that are no text, so it was not typed; scan another barcode, "
            + "and have the scanner's settings checked if this happens with all of them.")

    /// The scanner sent reports that contradict its own description of them.
    static let garbled = ScanFailure(
        .unreadable,
        message:
            "The scanner sent its data in a form that it does not describe; scan again, and have it set to "
            + "USB serial if this happens again.")

    /// So many scans wait to be typed that this one would come too late.
    public static let stillTyping = ScanFailure(
        .eventsDropped, message: "Earlier scans are still being typed, so this one was dropped; scan again.")

    /// The scanner went away in mid-scan.
    static let unplugged = ScanFailure(
        .unplugged, message: "The scanner was unplugged during the scan; plug it in and scan again.")

    /// A wedge's keys make different records by several layouts that it could be set to.
    static func ambiguous(among layouts: [String]) -> ScanFailure {
        var names: [String] = []
        for layout in layouts where !names.contains(layout) { names.append(layout) }
        return ScanFailure(
            .ambiguous,
            message:
                "This card reads differently by the keyboard layouts \(names.joined(separator: ", ")), and it is not "
                + "known yet which one the scanner is set to; scan another card, or have `layout:` set for this scanner."
        )
    }

    private static func truncated(received: Int, expected: Int?) -> ScanFailure {
        let share = expected.map { received < $0 ? "\(received) of \($0)" : "\(received)" } ?? "\(received)"
        return ScanFailure(
            .truncated,
            message: "The scan ended early, after \(share) bytes; scan again, and have idle_gap raised "
                + "if this scanner pauses while it sends.")
    }

    private static func ambiguous(_ element: ElementID?) -> ScanFailure {
        let place = element.map { " at \($0.code)" } ?? ""
        return ScanFailure(
            .ambiguous,
            message: "The scan can be read in two ways\(place); scan again, or enter the customer by hand.")
    }
}
