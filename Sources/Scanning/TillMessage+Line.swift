extension TillMessage {
    /// No line is longer, its line feed included.
    public static let lineLimit = 65_536

    /// Longer than nearly all lines without a document, and no longer than memory is at hand for without a search: `malloc`
    /// keeps blocks of up to 1,032 bytes ready, of which an array takes 32 for itself.
    private static let usualLength = 640

    /// The message as a till reads it: one JSON object in UTF-8, ended by a line feed.
    ///
    /// A document that would take the line beyond `lineLimit` is left out, and a result that would is an error instead.
    public func line(options: LineOptions = LineOptions()) -> [UInt8] {
        let line = written(options)
        guard line.count > Self.lineLimit else { return line }
        switch self {
        case .response(.result, let id): return Self.response(.tooLarge, id: id).written(options)
        case .accounts(var accounts):
            accounts.accounts = .tooLarge
            return Self.accounts(accounts).written(options)
        default:
            var withoutDocument = options
            withoutDocument.document = false
            return options.document ? written(withoutDocument) : line
        }
    }

    private func written(_ options: LineOptions) -> [UInt8] {
        var json = JSONWriter(reservingCapacity: Self.usualLength)
        json.object { json in
            let kind = kind
            json.member("type", utf8: kind.name.bytes.span)
            if let sequence = options.sequence, kind.isNumbered {
                json.key("seq")
                json.number(sequence)
            }
            writeMembers(to: &json, options)
        }
        return json.line()
    }

    /// Whether the line bears a `seq` and is held until a till has it.
    public var isNumbered: Bool { kind.isNumbered }

    /// The line's `type`, and whether it bears a `seq`.
    private var kind: (name: StaticString, isNumbered: Bool) {
        switch self {
        case .hello: ("hello", false)
        case .reading: ("reading", false)
        case .applicant: ("applicant", true)
        case .scanFailed: ("scan_failed", true)
        case .repeated: ("repeated", false)
        case .barcode: ("barcode", true)
        case .accounts: ("accounts", false)
        case .scannerAdded: ("scanner_added", false)
        case .scannerRemoved: ("scanner_removed", false)
        case .scannerError: ("scanner_error", false)
        case .status: ("status", false)
        case .response: ("response", false)
        case .error: ("error", false)
        case .bye: ("bye", false)
        }
    }

    private func writeMembers(to json: inout JSONWriter, _ options: LineOptions) {
        switch self {
        case .hello(let hello): json.members(of: hello)
        case .reading(let scan, let scanner, let at): json.members(scan, scanner, at)
        case .applicant(let line): json.members(of: line, options)
        case .scanFailed(let scan, let scanner, let at, let failure):
            json.members(scan, scanner, at)
            json.member("reason", failure.reason.rawValue)
            json.member("message", failure.message)
        case .repeated(let scan, let scanner, let at, let earlier):
            json.members(scan, scanner, at)
            json.member("of", earlier.text)
        case .barcode(let scan, let scanner, let at, let barcode):
            json.members(scan, scanner, at)
            json.member("symbology", ifPresent: barcode.symbology)
            json.member("data", barcode.data)
        case .accounts(let line): json.members(of: line)
        case .scannerAdded(let status, let at), .scannerRemoved(let status, let at):
            json.member("at", at.rfc3339)
            json.key("scanner")
            json.scanner(status)
        case .scannerError(let fault, let at):
            json.member("at", at.rfc3339)
            json.member("scanner", fault.scanner)
            json.member("reason", fault.reason.rawValue)
            json.member("message", fault.message)
        case .status(let report, let id):
            json.member("id", ifPresent: id)
            json.members(of: report)
        case .response(let outcome, let id):
            json.member("id", ifPresent: id)
            json.members(of: outcome)
        case .error(let fault, let id):
            json.member("id", ifPresent: id)
            json.member("code", fault.code.rawValue)
            json.member("message", fault.message)
        case .bye(let farewell):
            json.member("reason", farewell.reason.rawValue)
            json.member("message", farewell.message)
        }
    }
}

extension CallOutcome {
    fileprivate static let tooLarge = CallOutcome.failed(
        CallFailure(
            code: "too_large", message: "the answer is longer than a line may be; ask for less"))
}
