/// What a HID field means: an id on a usage page.
struct HIDUsage: Hashable, Sendable {
    let page: UInt16
    let id: UInt16

    /// How many bytes of a buffer that stands in the same report are used.
    ///
    /// Source: USB HID Usage Tables, Generic Desktop page.
    static let byteCount = HIDUsage(page: 0x01, id: 0x3B)

    /// The Bar Code Scanner page, and Honeywell's copy of it for its management channel.
    ///
    /// Source: USB HID Point of Sale Usage Tables 1.02, section 3.
    enum BarCodePage {
        static let standard: UInt16 = 0x8C
        static let management: UInt16 = 0xFF8C
    }

    static let barCodeScanner = HIDUsage(page: BarCodePage.standard, id: 0x02)
    static let symbologyIdentifiers = [0xFB, 0xFC, 0xFD].map { HIDUsage(page: BarCodePage.standard, id: $0) }
    static let decodedData = HIDUsage(page: BarCodePage.standard, id: 0xFE)
    static let decodedDataContinued = HIDUsage(page: BarCodePage.standard, id: 0xFF)

    /// Honeywell's switch between typing a scan and reporting it. Of the maker's own page; no document of its is public.
    static let outputRedirection = HIDUsage(page: 0xFF66, id: 0x03)
}
