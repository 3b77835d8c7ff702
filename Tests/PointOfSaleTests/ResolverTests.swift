import AAMVA
import Logging
import PointOfSale
import Scanning
import Testing

@Suite struct ResolverTests {
    private let today: Today
    private let record: Record

    init() throws {
        today = Today(try #require(CalendarDate(year: 2026, month: 6, day: 15)))
        let payload =
            "@\n\u{1E}\rANSI 636012090001DL00310096DLDCSSAMPLE\nDACROBIN\nDBB20080417\nDBA20340417\n"
            + "DAJON\nDAQS04018500850417\nDCGCAN\nDBD20190512\r"
        record = try #require(RecordDecoder.decode([UInt8](payload.utf8)).results.first).get()
    }

    private func warnings(_ resolution: Resolution) -> [ApplicantWarning.Code] {
        guard case .applicant(_, _, _, let warnings) = resolution else { return [] }
        return warnings.map(\.code)
    }

    @Test func `a licence becomes an applicant by the local decode`() async {
        let resolver = Resolver(ResolverSettings(), log: Logger(label: "test"))
        guard
            case .applicant(let applicant, .local, nil, _) = await resolver.resolve(
                record, scan: .random(), today: today, readAt: .now)
        else {
            Issue.record("a licence with name, birth date and number is an applicant")
            return
        }
        #expect(applicant[.lastName] == "SAMPLE")
    }

    @Test func `settings that change hold for the next scan`() async {
        let resolver = Resolver(ResolverSettings(), log: Logger(label: "test"))
        let before = await resolver.resolve(record, scan: .random(), today: today, readAt: .now)
        await resolver.update(ResolverSettings(applicant: ApplicantSettings(minimumAge: 21)), client: nil)
        let after = await resolver.resolve(record, scan: .random(), today: today, readAt: .now)
        #expect(!warnings(before).contains(.underAge))
        #expect(warnings(after).contains(.underAge))
    }
}
