/// A HID interface's own account of its reports: which fields they have, and where.
///
/// Source: USB "Device Class Definition for Human Interface Devices" 1.11, section 6.2.2.
public struct HIDReportDescriptor: Hashable, Sendable {
    enum Direction: UInt8, Hashable, Sendable {
        case input = 8
        case output = 9
        case feature = 11
    }

    /// Values of one width that follow each other in a report.
    struct Field: Hashable, Sendable {
        let direction: Direction
        /// Of the outermost collection around the field.
        let application: HIDUsage
        /// The report's first byte; `nil` where reports have none.
        let reportID: UInt8?
        /// In bits, from the report's beginning, its id included.
        let offset: Int
        /// In bits.
        let width: Int
        let count: Int
        /// Of each value in turn; the last one holds for all that follow.
        let usages: [HIDUsage]

        /// The bit at which the value of this usage begins.
        func position(of usage: HIDUsage) -> Int? {
            guard let index = usages.firstIndex(of: usage), index < count else { return nil }
            return offset + index * width
        }
    }

    let fields: [Field]

    /// `nil` where the bytes are no descriptor: cut short, out of the standard's bounds, or none at all.
    public init?(_ bytes: [UInt8]) {
        var reader = HIDDescriptorReader()
        var rest = bytes[...]
        while let prefix = rest.popFirst() {
            if prefix == HIDDescriptorReader.longItem {
                // Its size and tag follow; the standard defines no such item.
                guard let size = rest.popFirst(), rest.count > size else { return nil }
                rest = rest.dropFirst(1 + Int(size))
                continue
            }
            let size = [0, 1, 2, 4][Int(prefix & 3)]
            guard rest.count >= size else { return nil }
            let value = rest.prefix(size).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(size)
            guard reader.take(tag: prefix >> 2, value: value, size: size) else { return nil }
        }
        fields = reader.fields
    }

    /// The fields of one report.
    func fields(_ direction: Direction, of reportID: UInt8?) -> [Field] {
        fields.filter { $0.direction == direction && $0.reportID == reportID }
    }
}
