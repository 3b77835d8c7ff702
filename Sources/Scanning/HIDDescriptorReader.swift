/// Follows a report descriptor item by item: what holds for the fields to come, and where the next one lies.
struct HIDDescriptorReader {
    /// A prefix that says nothing of itself: size and tag stand behind it.
    static let longItem: UInt8 = 0xFE

    /// What the kernel accepts: a longer report, or more usages, is a broken descriptor.
    ///
    /// Source: Linux `include/linux/hid.h`, HID_MAX_BUFFER_SIZE and HID_MAX_USAGES.
    private static let longestReport = 16384 * 8
    private static let mostUsages = 12288
    private static let mostPushed = 4

    private struct Globals {
        var page: UInt16 = 0
        var reportID: UInt8?
        var width = 0
        var count = 0
    }

    /// A usage of up to two bytes lies on the page that holds when its field is declared.
    private struct LocalUsage {
        let value: UInt32
        let isWhole: Bool

        func on(_ page: UInt16) -> HIDUsage {
            HIDUsage(
                page: isWhole ? UInt16(value >> 16) : page, id: UInt16(truncatingIfNeeded: value))
        }
    }

    private struct Report: Hashable {
        let direction: HIDReportDescriptor.Direction
        let id: UInt8?
    }

    private(set) var fields: [HIDReportDescriptor.Field] = []
    private var globals = Globals()
    private var pushed: [Globals] = []
    private var usages: [LocalUsage] = []
    private var firstOfRange: LocalUsage?
    private var collections: [HIDUsage] = []
    /// Bits that each report's fields take so far.
    private var lengths: [Report: Int] = [:]

    /// - Parameter tag: Tag and type, the upper six bits of an item's prefix.
    /// - Returns: `false` for what no descriptor holds.
    mutating func take(tag: UInt8, value: UInt32, size: Int) -> Bool {
        switch tag & 3 {
        case 0: takeMain(tag >> 2)
        case 1: takeGlobal(tag >> 2, value)
        case 2: takeLocal(tag >> 2, LocalUsage(value: value, isWhole: size == 4))
        default: false
        }
    }

    private mutating func takeMain(_ tag: UInt8) -> Bool {
        defer {
            usages = []
            firstOfRange = nil
        }
        switch tag {
        case 10:
            collections.append(
                usages.first?.on(globals.page) ?? collections.last ?? HIDUsage(page: 0, id: 0))
            return true
        case 12:
            return collections.popLast() != nil
        default:
            guard let direction = HIDReportDescriptor.Direction(rawValue: tag) else { return false }
            return addField(direction)
        }
    }

    private mutating func addField(_ direction: HIDReportDescriptor.Direction) -> Bool {
        guard let application = collections.first else { return false }
        let report = Report(direction: direction, id: globals.reportID)
        let offset = lengths[report] ?? (globals.reportID == nil ? 0 : 8)
        let (bits, isTooMany) = globals.width.multipliedReportingOverflow(by: globals.count)
        guard !isTooMany, bits <= Self.longestReport - offset else { return false }
        lengths[report] = offset + bits
        fields.append(
            HIDReportDescriptor.Field(
                direction: direction, application: application, reportID: globals.reportID, offset: offset,
                width: globals.width, count: globals.count, usages: usages.map { $0.on(globals.page) }))
        return true
    }

    private mutating func takeGlobal(_ tag: UInt8, _ value: UInt32) -> Bool {
        switch tag {
        case 0:
            guard let page = UInt16(exactly: value) else { return false }
            globals.page = page
        case 7: globals.width = Int(value)
        case 8:
            guard let id = UInt8(exactly: value), id > 0 else { return false }
            globals.reportID = id
        case 9: globals.count = Int(value)
        case 10:
            guard pushed.count < Self.mostPushed else { return false }
            pushed.append(globals)
        case 11:
            guard let before = pushed.popLast() else { return false }
            globals = before
        default:
            // Bounds, units: they move no field.
            return tag < 10
        }
        return true
    }

    private mutating func takeLocal(_ tag: UInt8, _ usage: LocalUsage) -> Bool {
        switch tag {
        case 0: usages.append(usage)
        case 1: firstOfRange = usage
        case 2:
            guard let first = firstOfRange, first.value <= usage.value,
                usage.value - first.value < Self.mostUsages
            else { return false }
            usages += (first.value...usage.value).map { LocalUsage(value: $0, isWhole: first.isWhole) }
            firstOfRange = nil
        default: break
        }
        return usages.count <= Self.mostUsages
    }
}
