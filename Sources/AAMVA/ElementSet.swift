/// A set of the standard's elements, by their rows in `ElementDefinition.table`.
struct ElementSet {
    private var rows: UInt128 = 0

    init() {}

    /// - Precondition: the standard defines every one under `D`.
    init(_ ids: [ElementID]) {
        for id in ids {
            guard let row = ElementDefinition.row(of: id) else {
                preconditionFailure("an unknown element: \(id)")
            }
            insert(row)
        }
    }

    func contains(_ row: Int) -> Bool { rows & UInt128(1) &<< UInt128(truncatingIfNeeded: row) != 0 }

    func contains(_ id: ElementID) -> Bool { ElementDefinition.row(of: id).map { contains($0) } ?? false }

    /// - Returns: whether it wasn't there yet.
    @discardableResult
    mutating func insert(_ row: Int) -> Bool {
        let old = rows
        rows |= UInt128(1) &<< UInt128(truncatingIfNeeded: row)
        return rows != old
    }

    func isSuperset(of other: ElementSet) -> Bool { rows & other.rows == other.rows }

    func isDisjoint(with other: ElementSet) -> Bool { rows & other.rows == 0 }
}
