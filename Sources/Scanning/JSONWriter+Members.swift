extension JSONWriter {
    public mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    public mutating func member(_ name: String, _ number: Int) {
        key(name)
        self.number(number)
    }

    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    /// Writes nothing for `nil`: an absent value has no member, rather than `null`.
    public mutating func member(_ name: String, ifPresent text: String?) {
        if let text { member(name, text) }
    }

    /// Writes nothing for `nil`: an absent value has no member, rather than `null`.
    public mutating func member(_ name: String, ifPresent number: Int?) {
        if let number { member(name, number) }
    }
}
