/// Which of a record's elements bears an identifier: the first one under `DAA` to `DZZ` that isn't blank.
struct ElementSlots {
    private var slots = InlineArray<676, UInt16>(repeating: 0)

    /// The index among the record's elements.
    subscript(id: ElementID) -> Int? {
        guard let slot = id.slot else { return nil }
        return self[slot]
    }

    subscript(slot: Int) -> Int? {
        get { slots[slot] == 0 ? nil : Int(slots[slot]) - 1 }
        set { slots[slot] = UInt16(truncatingIfNeeded: (newValue ?? -1) + 1) }
    }
}
