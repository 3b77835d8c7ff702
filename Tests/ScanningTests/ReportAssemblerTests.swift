import AAMVA
import SyntheticLicenses
import Testing

@testable import Scanning

@Suite struct ReportAssemblerTests {
    private let start = ContinuousClock.now

    /// What a track makes of a scanner's reports, `gap` apart, and of silence after them.
    private func events(_ model: ReportModel, _ reports: [[UInt8]], gap: Duration = .milliseconds(1)) throws
        -> [String]
    {
        var line = Line(.hidraw)
        var assembler = try model.assembler()
        for report in reports {
            for input in assembler.receive(report, at: line.now) { line.take(input) }
            line.pause(gap)
        }
        line.pause(.seconds(3))
        return line.events
    }

    @Test(arguments: ReportModel.all)
    func `a licence's reports are one licence`(_ model: ReportModel) throws {
        let events = try events(model, model.reports(SamplePayload.licence() + [0x0D]))
        #expect(events == ["reading", "licence S04018500850417"])
    }

    @Test(arguments: ReportModel.all)
    func `any card's reports are the record that its bytes are`(_ model: ReportModel) throws {
        for seed in PropertyRounds.seeds(upTo: 40) {
            let card = Card(seed: seed)
            var bytes = Line(.hidraw)
            bytes.send(card.payload)
            bytes.pause(.seconds(3))
            #expect(try events(model, model.reports(card.payload)) == bytes.events, "seed \(seed): \(card)")
        }
    }

    @Test func `a scan of exactly one or two reports' capacity ends with its last`() throws {
        for count in [1, 55, 56, 57, 111, 112, 113] {
            let code = [UInt8](repeating: UInt8(ascii: "7"), count: count)
            var assembler = try ReportModel.counted.assembler()
            let inputs = ReportModel.counted.reports(code).flatMap { assembler.receive($0, at: start) }
            #expect(inputs.last == .scanEnded)
            #expect(inputs.filter { $0 == .scanEnded }.count == 1)
        }
    }

    @Test func `a product's code comes with its symbology at the report's own moment`() throws {
        var line = Line(.hidraw)
        var assembler = try ReportModel.counted.assembler()
        let report = ReportModel.counted.reports([UInt8]("4006381333931".utf8), identifier: "]E0")[0]
        for input in assembler.receive(report, at: line.now) { line.take(input) }
        #expect(line.events == ["barcode ]E0 4006381333931"])
    }

    @Test func `an identifier that the scanner has put into the data as well stands once`() throws {
        let code = [UInt8]("]E04006381333931".utf8)
        let events = try events(.counted, ReportModel.counted.reports(code, identifier: "]E0"))
        #expect(events == ["barcode ]E0 4006381333931"])
    }

    @Test(arguments: ["\0\0\0", "E0\0", "   "])
    func `what is no AIM identifier is left out`(_ identifier: String) throws {
        let reports = ReportModel.counted.reports([UInt8]("4006381333931".utf8), identifier: identifier)
        #expect(try events(.counted, reports) == ["barcode 4006381333931"])
    }

    @Test func `two products in a row are two barcodes`() throws {
        let reports = ["1111", "1111"].flatMap {
            ReportModel.counted.reports([UInt8]($0.utf8), identifier: "]C0")
        }
        #expect(try events(.counted, reports, gap: .zero) == ["barcode ]C0 1111", "barcode ]C0 1111"])
    }

    @Test func `bytes above 0x7F arrive as they are`() throws {
        let payload = SamplePayload.licence(
            SampleRecord.ontario.map { $0.0.description == "DCS" ? ($0.0, "C\u{D4}T\u{C9}") : $0 })
        let latin1 = String(decoding: payload, as: UTF8.self).unicodeScalars.map { UInt8($0.value) }
        var assembler = try ReportModel.counted.assembler()
        let inputs = ReportModel.counted.reports(latin1).flatMap { assembler.receive($0, at: start) }
        let bytes = inputs.flatMap { input -> [UInt8] in
            if case .bytes(let bytes) = input { bytes } else { [] }
        }
        #expect(bytes == Array("]L2".utf8) + latin1)
    }

    @Test func `a report of another id is none of a scan`() throws {
        var reports = ReportModel.counted.reports(SamplePayload.licence())
        reports.insert([0xFD] + [UInt8](repeating: 0x41, count: 63), at: 2)
        #expect(try events(.counted, reports) == ["reading", "licence S04018500850417"])
    }

    @Test func `an empty report at a scan's end ends it`() throws {
        var reports = ReportModel.counted.reports([UInt8](repeating: UInt8(ascii: "7"), count: 56))
        reports[0][63] = 1
        reports += ReportModel.counted.reports([])
        var assembler = try ReportModel.counted.assembler()
        let inputs = reports.flatMap { assembler.receive($0, at: start) }
        #expect(inputs.last == .scanEnded)
    }

    @Test func `a card that lost any one of its reports behind the first is never read as if it were whole`()
        throws
    {
        for seed in PropertyRounds.seeds(upTo: 20) {
            let card = Card(seed: seed)
            let reports = ReportModel.counted.reports(card.payload)
            for lost in reports.indices.dropFirst() {
                var line = Line(.hidraw)
                var assembler = try ReportModel.counted.assembler()
                for report in reports[..<lost] + reports[(lost + 1)...] {
                    for input in assembler.receive(report, at: line.now) { line.take(input) }
                }
                line.pause(.seconds(3))
                #expect(line.intact == 0, "seed \(seed), report \(lost): \(card)")
            }
        }
    }

    @Test func `a licence whose last report is lost is truncated, and the next scan is whole`() throws {
        // The end that the structure proves must be in the report that is lost.
        let licence = SamplePayload.licence()
        let reports = ReportModel.counted.reports(licence)
        var line = Line(.hidraw)
        var assembler = try ReportModel.counted.assembler()
        for report in reports.dropLast() {
            for input in assembler.receive(report, at: line.now) { line.take(input) }
        }
        line.pause(.seconds(4))
        for report in reports {
            for input in assembler.receive(report, at: line.now) { line.take(input) }
        }
        #expect(line.events == ["reading", "failed truncated", "reading", "licence S04018500850417"])
    }

    @Test func `a count beyond the field voids the scan, and what belongs to it`() throws {
        var reports = ReportModel.counted.reports(SamplePayload.licence())
        reports[2][1] = 57
        #expect(try events(.counted, reports) == ["reading", "failed unreadable"])
    }

    @Test func `a report that is cut voids the scan, and the next one is read`() throws {
        let licence = ReportModel.counted.reports(SamplePayload.licence())
        var reports = licence
        reports[1] = [UInt8](reports[1].prefix(40))
        #expect(
            try events(.counted, reports + licence)
                == ["reading", "failed unreadable", "reading", "licence S04018500850417"])
    }

    @Test func `where the layout is a guess, an identifier outside of the count is no data`() throws {
        let reports = ReportModel.counted.reports(SamplePayload.licence())
        #expect(try events(.unnamed, reports) == ["failed unreadable"])
    }

    @Test func `where the layout is a guess, an identifier within the count is taken off`() throws {
        let reports = ReportModel.unnamed.reports([UInt8]("]E04006381333931".utf8))
        #expect(try events(.unnamed, reports) == ["barcode ]E0 4006381333931"])
    }

    @Test func `a licence without a proven end is judged at its last report`() throws {
        var line = Line(.hidraw)
        var assembler = try ReportModel.counted.assembler()
        for report in ReportModel.counted.reports(SamplePayload.unproven) {
            for input in assembler.receive(report, at: line.now) { line.take(input) }
        }
        #expect(line.events.last == "licence S04018500850417")
        #expect(line.framer.deadline == nil)
    }

    @Test func `a further subfile and a suffix in the last report are no second event`() throws {
        let payload = SamplePayload.licence(jurisdiction: [("ZOA", "SAMPLE")], directory: 1) + [0x0D, 0x0A]
        let events = try events(.counted, ReportModel.counted.reports(payload))
        #expect(events == ["reading", "licence S04018500850417"])
    }
}
