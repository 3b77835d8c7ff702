/// What keys type under one layout, and which of the bytes are each key's.
struct TypedKeys {
    let layout: KeyboardLayout
    private(set) var bytes: [UInt8] = []
    /// By the keys' index; empty for those that type nothing.
    private(set) var places: [Range<Int>] = []

    init(_ keys: [KeyEvent], layout: KeyboardLayout) {
        self.layout = layout
        var wedge = KeyboardWedge(layout: layout)
        for key in keys {
            let start = bytes.count
            bytes += wedge.receive([key])
            places.append(start..<bytes.count)
        }
    }

    /// Whether the keys spell a licence, so that this is the layout which they are for.
    var isLicence: Bool { LicenceMarks(in: bytes).hasHeader }
}
