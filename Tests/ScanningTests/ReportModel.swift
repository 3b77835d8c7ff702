import Testing

@testable import Scanning

/// A HID POS scanner in tests: how it puts a scan into reports. Written from the makers' tables, not from a descriptor.
struct ReportModel: Sendable, CustomTestStringConvertible {
    let descriptor: String
    var id: UInt8? = 0x02
    /// Of the count's lowest byte; `nil` where the scanner sends none.
    var countAt: Int? = 1
    /// `nil` where the scanner has no place for an AIM identifier.
    var identifierAt: Int?
    let dataAt: Int
    var capacity = 56
    var flagAt = 63
    var length = 64

    static let counted = ReportModel(descriptor: "counted", identifierAt: 2, dataAt: 5)
    static let wideCount = ReportModel(descriptor: "wide-count", identifierAt: 3, dataAt: 6)
    static let reserved = ReportModel(descriptor: "reserved", dataAt: 2)
    static let unnamed = ReportModel(descriptor: "unnamed", dataAt: 2)
    static let uncounted = ReportModel(
        descriptor: "uncounted", id: nil, countAt: nil, dataAt: 1, capacity: 31, flagAt: 0, length: 32)
    static let management = ReportModel(descriptor: "management", identifierAt: 2, dataAt: 5)

    static let all = [counted, wideCount, reserved, unnamed, uncounted, management]

    var testDescription: String { descriptor }

    func layout() throws -> ScannedDataReport? {
        ScannedDataReport(try DescriptorFixture.named(descriptor))
    }

    func assembler() throws -> ReportAssembler {
        guard let layout = try layout() else { throw DescriptorFixture.Missing(name: descriptor) }
        return ReportAssembler(layout)
    }

    /// The reports of one scan.
    func reports(_ payload: [UInt8], identifier: String = "]L2") -> [[UInt8]] {
        var rest = payload[...]
        var reports: [[UInt8]] = []
        repeat {
            let part = rest.prefix(capacity)
            rest = rest.dropFirst(capacity)
            var report = [UInt8](repeating: 0, count: length)
            if let id { report[0] = id }
            if let countAt { report[countAt] = UInt8(part.count) }
            if let identifierAt {
                report.replaceSubrange(identifierAt..<identifierAt + 3, with: identifier.utf8)
            }
            report.replaceSubrange(dataAt..<dataAt + part.count, with: part)
            report[flagAt] |= rest.isEmpty ? 0 : 1
            reports.append(report)
        } while !rest.isEmpty
        return reports
    }
}
