import Scanning

/// A call's parameters, taken one by one; what is left at the end is unknown.
struct Parameters {
    private var values: [String: CallParameter]

    init(_ values: [String: CallParameter]) {
        self.values = values
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// Trimmed; `nil` where it is not there.
    ///
    /// - Parameter limit: of the value in characters.
    mutating func text(_ name: String, limit: Int) throws(ParameterError) -> String? {
        guard let value = values.removeValue(forKey: name) else { return nil }
        let form = ParameterError(name, .form("text of 1 to \(limit) characters"))
        guard case .text(let given) = value else { throw form }
        let text = given.trimmed
        guard !text.isEmpty, text.unicodeScalars.count <= limit,
            !text.unicodeScalars.contains(where: \.isControl)
        else {
            throw form
        }
        return text
    }

    /// A barcode's text: not trimmed, control characters and all.
    ///
    /// - Parameter limit: of the value in bytes.
    mutating func payload(_ name: String, limit: Int) throws(ParameterError) -> String? {
        guard let value = values.removeValue(forKey: name) else { return nil }
        guard case .text(let text) = value, (1...limit).contains(text.utf8.count) else {
            throw ParameterError(name, .form("text of 1 to \(limit) bytes"))
        }
        return text
    }

    /// Digits as text, whether they were given as text or as a number.
    mutating func digits(_ name: String, limit: Int) throws(ParameterError) -> String? {
        guard let text = plain(values.removeValue(forKey: name)) else { return nil }
        guard (1...limit).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else {
            throw ParameterError(name, .form("1 to \(limit) digits"))
        }
        return text
    }

    /// A text that must have a form of its own.
    ///
    /// - Parameters:
    ///   - wanted: the form in words, for the error.
    ///   - reading: the value as it is sent; `nil` for a wrong one.
    mutating func value(
        _ name: String, _ wanted: String, _ reading: (String) -> String?
    ) throws(ParameterError) -> String? {
        guard let text = plain(values.removeValue(forKey: name)) else { return nil }
        guard let value = reading(text) else { throw ParameterError(name, .form(wanted)) }
        return value
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Choice.Type
    ) throws(ParameterError) -> Choice? where Choice.RawValue == String {
        guard let text = plain(values.removeValue(forKey: name)) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw ParameterError(name, .form(type.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return choice
    }

    /// - Throws: `unknown` for what was not taken.
    func finish() throws(ParameterError) {
        guard let rest = values.keys.min() else { return }
        throw ParameterError(rest, .unknown)
    }

    /// A boolean's text fits no parameter's form.
    private func plain(_ value: CallParameter?) -> String? {
        switch value {
        case .text(let text): text.trimmed
        case .number(let text): text
        case .boolean: ""
        case nil: nil
        }
    }
}

extension Optional {
    func required(_ name: String) throws(ParameterError) -> Wrapped {
        guard let self else { throw ParameterError(name, .missing) }
        return self
    }
}

extension String {
    var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
        guard let end = lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(self[...end].drop(while: isBlank))
    }
}

extension Unicode.Scalar {
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
