/// Replaces what is a person's in the keys that a scanner pressed.
///
/// A key becomes another key under the same modifiers, and its release follows it. Where the keys spell a licence under one
/// of the layouts, what they type is replaced as `TextScrubber` does it. Where they spell none, nothing tells what they
/// type: then every key that prints becomes another of its kind. Chords with Ctrl stay.
struct KeyScrubber {
    private let keys: [KeyEvent]
    /// What the keys type, and what they shall; `nil` where they spell no licence.
    private let typed: (before: TypedKeys, after: [UInt8])?
    private let standIns: StandIns
    /// The keys' own way, without replacements.
    private var wedge: KeyboardWedge?
    private var modifiers: KeyboardWedge.ModifierKeys = []
    /// Which key each pressed one stands as, until it is released.
    private var held: [UInt16: UInt16] = [:]

    /// - Parameter layouts: those that scanners are set to, the likeliest first.
    static func scrub(_ keys: [KeyEvent], layouts: [KeyboardLayout], key: SipHash.Key) -> [KeyEvent] {
        var scrubber = KeyScrubber(keys, layouts: layouts, key: key)
        let codes = scrubber.keypadCodes()
        return keys.indices.map { index in
            let replaced = scrubber.replacement(at: index)
            return KeyEvent(code: codes[index] ?? replaced.code, isPressed: replaced.isPressed)
        }
    }

    private init(_ keys: [KeyEvent], layouts: [KeyboardLayout], key: SipHash.Key) {
        self.keys = keys
        standIns = StandIns(for: keys.flatMap { [UInt8($0.code & 0xFF), UInt8($0.code >> 8)] }, key: key)
        let licence = layouts.lazy.map { TypedKeys(keys, layout: $0) }.first(where: \.isLicence)
        typed = licence.map { ($0, TextScrubber(key: key).scrub($0.bytes)) }
        wedge = licence.map { KeyboardWedge(layout: $0.layout) }
    }

    private mutating func replacement(at index: Int) -> KeyEvent {
        let key = keys[index]
        let before = wedge
        _ = wedge?.receive([key])
        if let modifier = KeyboardWedge.ModifierKeys(code: key.code) {
            modifiers.set(modifier, isPressed: key.isPressed)
            return key
        }
        guard key.isPressed else {
            return KeyEvent(code: held.removeValue(forKey: key.code) ?? key.code, isPressed: false)
        }
        let code = code(at: index, before)
        held[key.code] = code
        return KeyEvent(code: code, isPressed: true)
    }

    /// - Parameter wedge: as it was before the key.
    private func code(at index: Int, _ wedge: KeyboardWedge?) -> UInt16 {
        let code = keys[index].code
        guard let kind = KeyKind(code), modifiers.isDisjoint(with: .controls) else { return code }
        let free = kind.codes.filter { !held.values.contains($0) }
        if let typed, let wedge, case let place = typed.before.places[index], !place.isEmpty {
            let wanted = typed.after[place]
            if wanted == typed.before.bytes[place] { return code }
            let found = (free + KeyKind.printing).first { types($0, wanted, wedge) }
            if let found, !held.values.contains(found) { return found }
        }
        // A second press of a key that is held would be none.
        return free.isEmpty ? code : free[standIns.number(below: free.count, at: index)]
    }

    private func types(_ code: UInt16, _ wanted: ArraySlice<UInt8>, _ wedge: KeyboardWedge) -> Bool {
        var trial = wedge
        return trial.receive([KeyEvent(code: code, isPressed: true)])[...] == wanted
    }
}

/// Alt and digits of the keypad, which type the character of that number.
extension KeyScrubber {
    /// By index, the keypad's keys that are to be others: one digit for one digit, so that the number stays as long.
    fileprivate func keypadCodes() -> [Int: UInt16] {
        var codes: [Int: UInt16] = [:]
        var digits: [(press: Int, code: UInt16)]?
        for (index, key) in keys.enumerated() {
            if key.code == KeyKind.leftAlt {
                if key.isPressed {
                    digits = []
                } else if let number = digits {
                    replace(number, endingAt: index, in: &codes)
                    digits = nil
                }
            } else if KeyKind.keypad.contains(key.code), key.isPressed {
                digits?.append((index, key.code))
            }
        }
        return codes
    }

    private func replace(
        _ digits: [(press: Int, code: UInt16)], endingAt end: Int, in codes: inout [Int: UInt16]
    ) {
        let text = digits.compactMap { KeyKind.keypad.firstIndex(of: $0.code) }
        let number = text.reduce(0) { ($0 * 10 + $1) % 1000 }
        guard let standIn = character(for: number, digits: text, endingAt: end) else {
            for digit in digits { place(digit.code, at: digit.press, in: &codes) }
            return
        }
        let wanted = String(standIn).utf8.map { Int($0) - 0x30 }
        let padded = Array(repeating: 0, count: max(0, text.count - wanted.count)) + wanted
        for (digit, value) in zip(digits, padded) {
            place(KeyKind.keypad[value], at: digit.press, in: &codes)
        }
    }

    /// The number to type instead, of no more digits; `nil` where the character is structure.
    private func character(for number: Int, digits: [Int], endingAt end: Int) -> Int? {
        if let typed, case let place = typed.before.places[end], !place.isEmpty,
            typed.before.bytes[place] == typed.after[place]
        {
            return nil
        }
        let isShort = digits.count < 3
        switch number {
        case 0x30...0x39: return 0x30 + standIns.number(below: 10, at: end)
        case 0x41...0x5A: return 0x41 + standIns.number(below: 26, at: end)
        // Small letters have two digits up to `c`: there a capital stands in, so that no letter is one of three.
        case 0x61...0x7A where isShort: return 0x41 + standIns.number(below: 26, at: end)
        case 0x61...0x7A: return 100 + standIns.number(below: 23, at: end)
        case 0x80...: return 0xC0 + standIns.number(below: 0x3F, at: end)
        default: return nil
        }
    }

    /// A press and the release that belongs to it.
    private func place(_ code: UInt16, at press: Int, in codes: inout [Int: UInt16]) {
        codes[press] = code
        let release = keys[press...].firstIndex { $0.code == keys[press].code && !$0.isPressed }
        if let release { codes[release] = code }
    }
}
