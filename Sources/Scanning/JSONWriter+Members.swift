extension JSONWriter {
    public mutating func member(_ name: StaticString, _ text: String) {
        member(name, utf8: text.utf8.span)
    }

    public mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        self.number(number)
    }

    public mutating func member(_ name: StaticString, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// Writes nothing for `nil` and for an empty text: an absent value has no member.
    public mutating func member(_ name: StaticString, ifPresent text: String?) {
        if let text, !text.isEmpty { member(name, text) }
    }

    /// Writes nothing for `nil`: an absent value has no member.
    public mutating func member(_ name: StaticString, ifPresent number: Int?) {
        if let number { member(name, number) }
    }
}
