/// Where a scanner's Scanned Data Report holds what, by its interface's own descriptor.
///
/// A report carries a part of a scan. Honeywell's, which Access IS, Zebra and Datalogic share but for an offset:
///
///     02    38     ]L2   @…        72 00   01
///     id    count  AIM   data      maker's data continued
///
/// Source: USB HID Point of Sale Usage Tables 1.02, section 3.2; Access IS LSR118 product manual, appendix B.
public struct ScannedDataReport: Hashable, Sendable {
    /// A part of a scan.
    struct Part: Hashable {
        /// The AIM identifier's three bytes; whatever stands there where it is none.
        var identifier: [UInt8] = []
        let data: [UInt8]
        /// `nil` where the scanner doesn't tell.
        let isLast: Bool?
    }

    /// A report that contradicts its own description.
    struct Contradiction: Error {}

    /// Whether scans come this way, and not the answers of Honeywell's management channel, which look alike.
    public let isStandard: Bool
    /// What to set as a feature report so that scans are reported and not typed; `nil` where there is no such switch.
    public let enabling: [UInt8]?
    let id: UInt8?
    /// In bytes, the id included.
    let length: Int
    /// In bits.
    let count: Range<Int>?
    /// In bytes.
    let identifier: Range<Int>?
    /// In bytes.
    let data: Range<Int>
    /// In bits.
    let continuation: Int?
    /// Whether the layout is a guess, since the descriptor names no fields.
    let isAssumed: Bool

    /// `nil` for an interface through which no scan comes.
    public init?(_ descriptor: HIDReportDescriptor) {
        for field in descriptor.fields where field.direction == .input && field.width == 8 {
            guard let bit = field.position(of: .decodedData), bit % 8 == 0 else { continue }
            let first = field.usages.firstIndex(of: .decodedData) ?? 0
            // Each byte may have the usage by itself, or the one declaration holds for all.
            let ends = field.usages[first...].firstIndex { $0 != .decodedData } ?? field.count
            self.init(data: bit / 8..<bit / 8 + ends - first, of: field, in: descriptor)
            return
        }
        self.init(assumedFor: descriptor)
    }

    private init(
        data: Range<Int>, of dataField: HIDReportDescriptor.Field, in descriptor: HIDReportDescriptor
    ) {
        let fields = descriptor.fields(.input, of: dataField.reportID)
        let counts = fields.lazy.compactMap { field in
            field.position(of: .byteCount).map { $0..<$0 + field.width }
        }
        let identifiers = HIDUsage.symbologyIdentifiers.compactMap { usage in
            fields.lazy.filter { $0.width == 8 }.compactMap { $0.position(of: usage) }.first
        }
        let isWhole =
            identifiers.count == 3 && identifiers[0] % 8 == 0
            && identifiers[1] == identifiers[0] + 8 && identifiers[2] == identifiers[0] + 16
        self.data = data
        id = dataField.reportID
        length = fields.map { ($0.offset + $0.width * $0.count + 7) / 8 }.max() ?? data.upperBound
        count = counts.first { $0.count <= 32 }
        identifier = isWhole ? identifiers[0] / 8..<identifiers[0] / 8 + 3 : nil
        continuation = fields.lazy.compactMap { $0.position(of: .decodedDataContinued) }.first
        isStandard = dataField.application.page != HIDUsage.BarCodePage.management
        enabling = descriptor.redirection
        isAssumed = false
    }

    /// A bar code scanner whose descriptor calls its 64 bytes nothing in particular.
    ///
    /// Source: Newland NLS-FM420 integration guide, "HID-POS"; Unitech MS842N's is the same.
    private init?(assumedFor descriptor: HIDReportDescriptor) {
        let reports = descriptor.fields(.input, of: 0x02).filter { $0.application == .barCodeScanner }
        guard reports.map({ $0.offset + $0.width * $0.count }).max() == 64 * 8 else { return nil }
        id = 0x02
        length = 64
        count = 8..<16
        identifier = nil
        data = 2..<58
        continuation = 63 * 8
        isStandard = true
        enabling = descriptor.redirection
        isAssumed = true
    }
}

extension HIDReportDescriptor {
    /// Honeywell's switch, set to reporting.
    fileprivate var redirection: [UInt8]? {
        let field = fields.first {
            $0.direction == .feature && $0.width * $0.count == 8 && $0.usages == [.outputRedirection]
        }
        return field?.reportID.map { [$0, 0x01] }
    }
}

extension ScannedDataReport.Part: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length only: the data may be a card's.
    var description: String { "Part(\(data.count) bytes)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [:]) }
}
