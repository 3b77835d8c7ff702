/// Reads what stands before the first subfile, as far as it can be read, and says what was damaged.
struct HeaderReader: ~Copyable {
    private var origin = 0
    private var dataStart = 0
    private var findings: [Finding] = []
    private var fileType = Header.FileType.ansi
    private var issuer: IssuerIdentificationNumber?
    private var version: Int?
    private var jurisdictionVersion: Int?
    private var entries: Int?
    private var directory: [SubfileDesignator] = []

    static func heading(_ bytes: Span<UInt8>, form: RecordStart.Form) -> Heading {
        var reader = HeaderReader()
        reader.read(bytes, form: form)
        return reader.heading()
    }

    /// Takes the heading out of the reader.
    private mutating func heading() -> Heading {
        var (directory, findings) = ([SubfileDesignator](), [Finding]())
        swap(&directory, &self.directory)
        swap(&findings, &self.findings)
        let header = Header(
            fileType: fileType, issuer: issuer, version: version, jurisdictionVersion: jurisdictionVersion,
            entries: entries, directory: directory)
        return Heading(header: header, origin: origin, dataStart: dataStart, findings: findings)
    }

    private mutating func read(_ bytes: Span<UInt8>, form: RecordStart.Form) {
        switch form {
        case .fileType(let type, let at): readWhole(bytes, type: type, at: at)
        case .digits(let at):
            findings.append(.mended(.fileType, at: 0))
            origin = at - 9
            readDigits(bytes, from: at)
        case .elements(let at), .stripe(let at):
            findings.append(.mended(.fileType, at: 0))
            origin = at
            dataStart = at
        }
    }

    private mutating func readWhole(_ bytes: Span<UInt8>, type: Header.FileType, at: Int) {
        fileType = type
        origin = at - 4
        readMarks(bytes, before: at)
        if bytes[at] & 0x20 != 0 { findings.append(.mended(.invertedCase, at: at)) }
        var index = at + (type == .ansi ? 4 : 5)
        if type == .ansi, index < bytes.count, bytes[index] == Byte.space {
            index += 1
        } else if type == .ansi, index < bytes.count, bytes[index].isBlankOrControl {
            findings.append(.mended(.headerBlanks, at: index))
            index += 1
        } else if type == .ansi {
            findings.append(.mended(.fileType, at: index))
        }
        readDigits(bytes, from: index)
    }

    private mutating func readMarks(_ bytes: Span<UInt8>, before at: Int) {
        let isWhole =
            at == 4 && bytes[0] == Byte.at && bytes[1] == Byte.lineFeed && bytes[2] == Byte.recordSeparator
            && bytes[3] == Byte.carriageReturn
        guard !isWhole else { return }
        var indicator: Int?
        var hasRecordSeparator = false
        for index in 0..<at {
            if bytes[index] == Byte.at { indicator = index }
            if bytes[index] == Byte.recordSeparator { hasRecordSeparator = true }
        }
        guard let indicator else {
            findings.append(.mended(.lostComplianceIndicator, at: 0))
            return
        }
        if indicator > 0 { findings.append(.mended(.leadingBytes, at: 0)) }
        if !hasRecordSeparator { findings.append(.mended(.lostRecordSeparator, at: indicator)) }
        let isSpaced =
            at == indicator + 4 && bytes[indicator + 1] == Byte.lineFeed
            && bytes[indicator + 3] == Byte.carriageReturn
        if !isSpaced { findings.append(.mended(.headerSeparators, at: indicator)) }
    }

    // MARK: Issuer, version, entries

    /// By the count of digits before the first designator: issuer, version, jurisdiction version and entries are
    /// 6 + 2 + 2 + 2, up to version 01 6 + 2 + 2; pre-standard bar codes (version 00) have 5 + 1 + 2.
    private mutating func readDigits(_ bytes: Span<UInt8>, from start: Int) {
        var index = start
        if index + 6 < bytes.count, bytes.trimmed(index..<index + 6).isEmpty {
            index += 6
            findings.append(.mended(.issuerDigits, at: start))
            readVersion(bytes, at: index, digits: bytes.digitRun(at: index))
        } else {
            let run = bytes.digitRun(at: index)
            switch run {
            case 10, 12, 18, 20:
                issuer = bytes.number(index, digits: 6).map { IssuerIdentificationNumber($0) }
                readVersion(bytes, at: index + 6, digits: min(run, run > 12 ? run - 8 : run) - 6)
            case 8:
                readPrestandard(bytes, at: index)
            default:
                findings.append(.mended(.issuerDigits, at: start))
                index += run
                dataStart = index
                readDirectory(bytes)
            }
        }
    }

    private mutating func readVersion(_ bytes: Span<UInt8>, at index: Int, digits: Int) {
        version = bytes.number(index, digits: 2)
        if digits == 6 { jurisdictionVersion = bytes.number(index + 2, digits: 2) }
        entries = digits >= 4 ? bytes.number(index + digits - 2, digits: 2) : nil
        if let version, version > 11 { findings.append(.mended(.versionUnknown, at: index)) }
        if let version, (version <= 1) != (digits == 4) {
            findings.append(.mended(.versionDigits, at: index))
        }
        dataStart = index + digits
        readDirectory(bytes)
    }

    /// The issuer's first digit, always 6, isn't written.
    private mutating func readPrestandard(_ bytes: Span<UInt8>, at index: Int) {
        issuer = bytes.number(index, digits: 5).map { IssuerIdentificationNumber(600_000 + $0 % 100_000) }
        version = bytes.number(index + 5, digits: 1)
        let isKnown = fileType == .aamva && version == 0 && issuer.flatMap { Jurisdiction.issuing($0) } != nil
        if !isKnown { findings.append(.mended(.issuerDigits, at: index)) }
        entries = bytes.number(index + 6, digits: 2)
        dataStart = index + 8
        readDirectory(bytes)
    }

    // MARK: Directory

    private mutating func readDirectory(_ bytes: Span<UInt8>) {
        let start = dataStart
        directory.reserveCapacity(min(entries ?? 0, 4))
        var isWhole = true
        while directory.count < max(entries ?? 99, 1) {
            if let designator = bytes.designator(at: dataStart) {
                directory.append(designator)
                dataStart += 10
            } else if dataStart < bytes.count, bytes[dataStart] == Byte.space {
                isWhole = false
                dataStart += 1
            } else {
                break
            }
        }
        let isConfirmed = directory.count == entries && directory.first?.offset == dataStart - origin
        if !isConfirmed, directory.count != entries || !beginsData(bytes, at: dataStart) {
            isWhole = false
            skipDamage(bytes)
        }
        if !isWhole { findings.append(.mended(.directory, at: start)) }
    }

    /// Goes on to where a subfile begins, if that is near; whole designators on the way are taken.
    private mutating func skipDamage(_ bytes: Span<UInt8>) {
        var index = dataStart
        let limit = min(bytes.count, dataStart + 10 * max(entries ?? 1, 1) + 16)
        while index < limit, !beginsData(bytes, at: index) {
            if let designator = bytes.designator(at: index), bytes[index].isUppercase {
                directory.append(designator)
                index += 10
            } else {
                index += 1
            }
        }
        if index < limit { dataStart = index }
    }

    /// A subfile's type and an element, an element alone, or a line's end.
    private func beginsData(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        guard index + 2 < bytes.count else { return true }
        if bytes[index].isLineEnd { return true }
        if ElementAnchor(bytes, at: index, in: index..<bytes.count) != nil { return true }
        let first = bytes[index].uppercased
        let second = bytes[index + 1].uppercased
        guard second.isUppercase, index + 5 <= bytes.count else { return false }
        if first == UInt8(ascii: "Z") {
            return bytes[index + 2].uppercased == first && bytes[index + 3].uppercased == second
        }
        return ElementAnchor(bytes, at: index + 2, in: index..<bytes.count) != nil
            || bytes[index + 2].isLineEnd || isOther(SubfileType(first, second))
    }

    /// Whether the directory names a subfile of another kind than licences have.
    private func isOther(_ type: SubfileType) -> Bool {
        let isLicence = [.driverLicense, .identificationCard, .enhancedDriverLicense].contains(type)
        return !isLicence && !type.isJurisdictionSpecific && directory.contains { $0.type == type }
    }
}

extension Header {
    /// The first of the directory's types that only vehicles' documents have.
    var vehicle: SubfileType? {
        for index in directory.indices where Self.isVehicle(directory[index].type) {
            return directory[index].type
        }
        return nil
    }

    /// Registration, title, dealer's and manufacturer's documents share the container.
    ///
    /// Source: AAMVA Best Practices for the bar coding of vehicle documents, as scanners' manuals list them.
    private static func isVehicle(_ type: SubfileType) -> Bool {
        type == SubfileType("RG") || type == SubfileType("TD") || type == SubfileType("VH")
            || type == SubfileType("MC") || type == SubfileType("IR")
    }
}
