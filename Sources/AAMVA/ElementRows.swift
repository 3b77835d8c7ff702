/// Finds an identifier's row in `ElementDefinition.table` without a search.
///
/// Readers keep a reference at hand: reaching for a global in each line costs as much as reading it.
final class ElementRows: Sendable {
    static let shared = ElementRows()

    /// The row plus one for each of the 676 ids `DAA` to `DZZ`; zero where there is none.
    private let rows: [UInt8]
    /// What a row's value must be like.
    struct Form {
        /// How long it can be at most, padding apart; no bound for names, texts and numbers, which cards exceed.
        let width: UInt8
        let kind: ElementDefinition.Kind

        init(_ definition: ElementDefinition) {
            width = definition.kind.isFree ? .max : UInt8(definition.width)
            kind = definition.kind
        }
    }

    /// Each row's form from version 02 on.
    let forms: [Form]
    /// And before.
    let earlyForms: [Form]

    private init() {
        var rows = [UInt8](repeating: 0, count: 26 * 26)
        for (row, definition) in ElementDefinition.table.enumerated() {
            let code = Array(definition.id.code.utf8)
            rows[Int(code[1] - 0x41) * 26 + Int(code[2] - 0x41)] = UInt8(row + 1)
        }
        self.rows = rows
        forms = ElementDefinition.table.map { Form($0) }
        earlyForms = ElementDefinition.table.map { row in
            Form(ElementDefinition.early.first { $0.id == row.id } ?? row)
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
