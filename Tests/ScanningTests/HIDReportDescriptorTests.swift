import Testing

@testable import Scanning

@Suite struct HIDReportDescriptorTests {
    @Test func `a report's fields follow its id, each behind the other`() throws {
        let fields = try DescriptorFixture.named("counted").fields(.input, of: 0x02)
        #expect(fields.map(\.offset) == [8, 16, 40, 488, 504])
        #expect(fields.map { $0.width * $0.count } == [8, 24, 448, 16, 8])
    }

    @Test func `reports without an id begin with their first field`() throws {
        let fields = try DescriptorFixture.named("uncounted").fields(.input, of: nil)
        #expect(fields.map(\.offset) == [0, 1, 8])
    }

    @Test func `a usage is on the page that holds for its field, or on its own`() throws {
        let fields = try DescriptorFixture.named("wide-count").fields
        #expect(fields[0].usages == [.byteCount])
        #expect(fields[1].usages == HIDUsage.symbologyIdentifiers)
        #expect(fields[4].usages == [.decodedDataContinued])
    }

    @Test func `a field belongs to the outermost collection around it`() throws {
        let fields = try DescriptorFixture.named("counted").fields
        #expect(Set(fields.map(\.application)) == [.barCodeScanner])
    }

    @Test func `inputs, outputs and features are counted apart`() throws {
        let feature = try DescriptorFixture.named("counted").fields(.feature, of: 0xFE)
        #expect(feature.map(\.offset) == [8])
    }

    @Test func `an item of the long form is passed over`() throws {
        let bytes = try DescriptorFixture.bytes("keyboard")
        #expect(HIDReportDescriptor([0xFE, 2, 0xF0, 1, 2] + bytes) == HIDReportDescriptor(bytes))
    }

    @Test(
        arguments: [
            ("cut within an item", [0x05, 0x8C, 0x26, 0xFF]), ("a long item cut", [0xFE, 2, 0xF0, 1]),
            ("a pop of nothing", [0xB4]), ("an end of nothing", [0xC0]), ("a report id of 0", [0x85, 0x00]),
            ("a page beyond 16 bits", [0x07, 0, 0, 1, 0]), ("a field outside of a collection", [0x81, 0x02]),
            ("a range of usages that falls", [0x19, 5, 0x29, 4]),
            ("a range of usages without a beginning", [0x29, 4]),
            ("a range of usages too long", [0x19, 0, 0x2B, 0xFF, 0xFF, 0xFF, 0]),
            (
                "a report too long",
                [0x09, 2, 0xA1, 1, 0x77, 0xFF, 0xFF, 0xFF, 0xFF, 0x97, 0xFF, 0xFF, 0xFF, 0xFF, 0x81, 2]
            ),
            ("pushes without end", [UInt8](repeating: 0xA4, count: 64)),
            ("an item of the reserved type", [0x0C]),
        ] as [(String, [UInt8])])
    func `what no descriptor holds makes none`(_ fault: String, _ bytes: [UInt8]) {
        #expect(HIDReportDescriptor(bytes) == nil, "\(fault)")
    }

    @Test func `a descriptor cut or changed anywhere is read without harm`() throws {
        let bytes = try DescriptorFixture.bytes("counted")
        for cut in bytes.indices { _ = HIDReportDescriptor([UInt8](bytes[..<cut])) }
        for index in bytes.indices {
            for value in [0x00, 0x7F, 0x80, 0xFE, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] = value
                let layout = HIDReportDescriptor(changed).flatMap(ScannedDataReport.init)
                var assembler = layout.map(ReportAssembler.init)
                for fill in [0x00, 0xFF, 0x5D] as [UInt8] {
                    _ = assembler?.receive([0x02] + [UInt8](repeating: fill, count: 63), at: .now)
                }
            }
        }
    }
}
