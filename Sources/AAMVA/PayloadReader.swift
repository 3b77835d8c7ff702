/// Judges a whole payload: which records it holds, or why it holds none.
enum PayloadReader {
    /// - Parameter cutting: what becomes of a record that ends early.
    static func outcome(of payload: [UInt8], cutting: RecordReader.Cutting = .refused)
        -> RecordDecoder.Outcome
    {
        if let record = cleanRecord(of: payload, cutting) { return .record(.success(record)) }
        return judge(payload, cutting)
    }

    /// A payload that begins like a clean card and reads without a finding is one record to its end.
    static func cleanRecord(of payload: [UInt8], _ cutting: RecordReader.Cutting = .refused) -> Record? {
        guard RecordStart.isPlain(payload.span) else { return nil }
        do throws(DecodeError) {
            let record = try RecordReader.record(payload, form: .fileType(.ansi, at: 4), cutting: cutting)
            return record.findings.isEmpty ? record : nil
        } catch {
            return nil
        }
    }

    /// The same without the short way of clean cards.
    static func judge(
        _ payload: [UInt8], _ cutting: RecordReader.Cutting = .refused
    ) -> RecordDecoder.Outcome {
        var payload = payload
        let starts = RecordStart.all(in: payload.span)
        guard let first = starts.first else { return refusal(of: payload) }
        let isInverted = isInverted(payload.span, first)
        if isInverted { payload = CapsLock.undone(payload) }
        guard starts.count > 1 else {
            return .record(record(payload, form: first.form, isInverted, cutting))
        }
        var results: [Result<Record, DecodeError>] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].first : payload.count
            let form = start.form.moved(by: -start.first)
            results.append(record(Array(payload[start.first..<end]), form: form, isInverted, cutting))
        }
        return .records(results)
    }

    private static func record(
        _ bytes: [UInt8], form: RecordStart.Form, _ isInverted: Bool, _ cutting: RecordReader.Cutting
    ) -> Result<Record, DecodeError> {
        do throws(DecodeError) {
            var record: Record
            if case .stripe(let place) = form {
                record = try StripeReader.record(bytes, from: place)
            } else {
                record = try RecordReader.record(bytes, form: form, cutting: cutting)
            }
            if isInverted { record.findings.append(.mended(.invertedCase, at: 0)) }
            return .success(record)
        } catch {
            return .failure(error)
        }
    }

    /// Whether Caps Lock inverted every letter: the header's are lower case, and so is each line's identifier; or most of a
    /// stripe's words.
    private static func isInverted(_ bytes: Span<UInt8>, _ start: RecordStart) -> Bool {
        switch start.form {
        case .stripe(let place):
            return StripeReader.isInverted(bytes, from: place)
        case .digits, .elements:
            return false
        case .fileType(_, let place):
            guard bytes[place] & 0x20 != 0 else { return false }
            var isLineStart = false
            for index in place..<bytes.count {
                if isLineStart, index + 3 <= bytes.count,
                    (index..<index + 3).contains(where: { bytes[$0].isUppercase })
                {
                    return false
                }
                isLineStart = bytes[index].isLineEnd
            }
            return true
        }
    }

    /// What a payload without a licence is.
    private static func refusal(of payload: [UInt8]) -> RecordDecoder.Outcome {
        let bytes = payload.span
        let text = bytes.trimmed(0..<bytes.count)
        guard !text.isEmpty else { return .nothing }
        if StripeReader.isWithoutFirst(bytes, text) {
            return .record(.failure(.truncated(received: payload.count, expected: nil)))
        }
        if CompactEncoding.begins(bytes) { return .notLicence(.compactEncoding) }
        if text.count == 9, bytes[text.lowerBound].isLetter, bytes.digitRun(at: text.lowerBound + 1) == 8 {
            return .notLicence(.wrongBarcode)
        }
        if let document = OtherDocument(bytes, text) { return .notLicence(.otherDocument(document)) }
        if ParsedFields.are(in: bytes, text) { return .notLicence(.parsedMode) }
        return .notLicence(.unreadable(received: payload.count))
    }
}

extension RecordStart.Form {
    /// The same start in bytes that begin elsewhere.
    func moved(by distance: Int) -> RecordStart.Form {
        switch self {
        case .fileType(let type, let at): .fileType(type, at: at + distance)
        case .digits(let at): .digits(at: at + distance)
        case .elements(let at): .elements(at: at + distance)
        case .stripe(let at): .stripe(at: at + distance)
        }
    }
}
