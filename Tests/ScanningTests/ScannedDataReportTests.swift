import Testing

@testable import Scanning

@Suite struct ScannedDataReportTests {
    @Test func `Honeywell's fields lie where its reports have them`() throws {
        let layout = try #require(try ReportModel.counted.layout())
        #expect(layout.id == 0x02)
        #expect(layout.length == 64)
        #expect(layout.count == 8..<16)
        #expect(layout.identifier == 2..<5)
        #expect(layout.data == 5..<61)
        #expect(layout.continuation == 63 * 8)
        #expect(!layout.isAssumed)
    }

    @Test func `where a count takes two bytes, all behind it lies one later`() throws {
        let layout = try #require(try ReportModel.wideCount.layout())
        #expect(layout.count == 8..<24)
        #expect(layout.identifier == 3..<6)
        #expect(layout.data == 6..<62)
        #expect(layout.continuation == 63 * 8)
    }

    @Test func `a descriptor that names nothing means the layout that guides print`() throws {
        let named = try #require(try ReportModel.reserved.layout())
        let assumed = try #require(try ReportModel.unnamed.layout())
        #expect(assumed.isAssumed)
        #expect(assumed.data == named.data)
        #expect(assumed.count == named.count)
        #expect(assumed.continuation == named.continuation)
        #expect(assumed.length == named.length)
    }

    @Test func `a keyboard's reports carry no scan`() throws {
        #expect(ScannedDataReport(try DescriptorFixture.named("keyboard")) == nil)
    }

    @Test func `the switch from typing to reporting is known where the descriptor has it`() throws {
        #expect(try ReportModel.counted.layout()?.enabling == [0xFE, 0x01])
        #expect(try ReportModel.reserved.layout()?.enabling == nil)
    }

    @Test(arguments: ReportModel.all)
    func `a management channel is told from the one that scans come by`(_ model: ReportModel) throws {
        #expect(try model.layout()?.isStandard == (model.descriptor != "management"))
    }

    @Test func `a part of a scan doesn't show what it holds`() throws {
        let layout = try #require(try ReportModel.counted.layout())
        let part = try #require(try layout.part(ReportModel.counted.reports([UInt8]("SAMPLE".utf8))[0]))
        var shown = "\(part) \(String(reflecting: part))"
        dump(part, to: &shown)
        #expect(!shown.contains("SAMPLE") && !shown.contains("83"))
        #expect(shown.contains("6 bytes"))
    }
}
