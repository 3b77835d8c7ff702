import AAMVA
import Scanning
import Testing

@testable import scanbridge

@Suite struct PayloadDecoderTests {
    private let cut = Array("@\n\u{1E}\rANSI 636000080001DL00310485DLDAQT64235789\nDCSSPECIMEN\nDACROB".utf8)

    private func answer(
        _ payload: [UInt8], as format: PayloadDecoder.Format
    ) throws -> PayloadDecoder.Answer {
        let day = try #require(CalendarDate(year: 2026, month: 11, day: 24))
        let decoder = PayloadDecoder(format: format, today: Today(day), document: false)
        return decoder.render(try #require(decoder.results(payload).first))
    }

    @Test func `a cut record makes no applicant`() throws {
        #expect(try answer(cut, as: .applicant).failure?.reason == .truncated)
    }

    @Test(arguments: [PayloadDecoder.Format.record, .explain])
    func `a cut record's elements are shown beside the reason why it is no whole one`(
        _ format: PayloadDecoder.Format
    ) throws {
        let answer = try answer(cut, as: format)
        #expect(answer.failure?.reason == .truncated)
        #expect(answer.text.contains("SPECIMEN"))
        #expect(answer.text.contains("truncated"))
    }

    @Test func `what ends with a whole line may be all there is, and tells what is missing`() throws {
        let lined = Array("ANSI 636039090001DL00310485DLDAQNHL12345678\nDACROBIN\nDCSSPECIMEN\n".utf8)
        #expect(try answer(lined, as: .applicant).failure?.reason == .missingRequired)
    }

    @Test func `a directory of more than any symbol holds is no sign of a cut`() throws {
        let payload = Array("@\nANSI 6360260101DL99990099DLDAASPECIMEN,ROBIN,Q,JR\nDBB07151992".utf8)
        #expect(try answer(payload, as: .applicant).failure?.reason == .missingRequired)
    }
}
