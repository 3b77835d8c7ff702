import Foundation
import Scanning
import Testing

@testable import Devices

/// What the table of `udev-rules/scanners.tsv` says is left alone, and what is said of it.
@Suite struct StandingTests {
    struct Row: CustomTestStringConvertible {
        let vendor: String
        let product: String
        let mode: String

        var testDescription: String { "\(vendor):\(product) \(mode)" }

        func node(isTagged: Bool) -> DeviceNode {
            DeviceNode(
                sysPath: "/sys/devices/1", path: "/dev/1", transport: .serial, isTagged: isTagged,
                vendor: vendor, product: product)
        }
    }

    /// The table's rows, one for each product id that is no pattern.
    static let rows: [Row] = {
        let table = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../udev-rules/scanners.tsv").standardizedFileURL
        guard let text = try? String(contentsOf: table, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().flatMap { line in
            let cells = line.split(separator: "\t").map(String.init)
            return cells[1].split(separator: "|").map {
                Row(vendor: cells[0], product: String($0), mode: cells[2])
            }
        }
    }()

    @Test func `the table has bridges and readers that are left alone`() {
        #expect(Self.rows.count { $0.mode == "bridge" } >= 4)
        #expect(Self.rows.count { $0.mode == "reader" } >= 3)
    }

    @Test(arguments: rows.filter { $0.mode == "bridge" })
    func `a generic bridge is known as one`(row: Row) {
        #expect(row.node(isTagged: false).standing == .genericBridge)
    }

    @Test(arguments: rows.filter { $0.mode == "reader" })
    func `a reader of radio tags is known as one`(row: Row) {
        #expect(row.node(isTagged: false).standing == .tagReader)
    }

    @Test(arguments: rows.filter { !["bridge", "reader"].contains($0.mode) })
    func `no scanner of the table is taken for a bridge or a reader`(row: Row) {
        #expect(row.node(isTagged: false).standing == .unknown)
    }

    @Test(arguments: rows)
    func `what a rule tags is a scanner, whatever its ids`(row: Row) {
        #expect(row.node(isTagged: true).standing == .scanner)
    }
}
