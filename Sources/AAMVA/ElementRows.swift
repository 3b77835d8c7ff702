/// Finds an identifier's row in `ElementDefinition.table` without a search.
///
/// Readers keep a copy at hand: reaching for a global in each line costs as much as reading it.
struct ElementRows {
    static let shared = ElementRows()

    /// The row plus one for each of the 676 ids `DAA` to `DZZ`; zero where there is none.
    private let rows: [UInt8]
    /// How long each row's value can be at most, padding apart; no bound for names, texts and numbers, which cards exceed.
    let widths: [UInt8]
    /// Each row's form of value, from version 02 on and before.
    let kinds: [ElementDefinition.Kind]
    let earlyKinds: [ElementDefinition.Kind]

    private init() {
        var rows = [UInt8](repeating: 0, count: 26 * 26)
        for (row, definition) in ElementDefinition.table.enumerated() {
            let code = Array(definition.id.code.utf8)
            rows[Int(code[1] - 0x41) * 26 + Int(code[2] - 0x41)] = UInt8(row + 1)
        }
        self.rows = rows
        widths = ElementDefinition.table.map { $0.kind.isFree ? .max : UInt8($0.width) }
        kinds = ElementDefinition.table.map(\.kind)
        earlyKinds = ElementDefinition.table.map { row in
            ElementDefinition.early.first { $0.id == row.id }?.kind ?? row.kind
        }
    }

    /// `nil` where the standard defines the element in no version, or outside `D`.
    subscript(id: ElementID) -> Int? {
        let second = Int(id.packed >> 8 & 0xFF) - 0x41
        let third = Int(id.packed & 0xFF) - 0x41
        guard id.packed >> 16 == 0x44, 0..<26 ~= second, 0..<26 ~= third else { return nil }
        let row = rows[second * 26 + third]
        return row == 0 ? nil : Int(row) - 1
    }
}
