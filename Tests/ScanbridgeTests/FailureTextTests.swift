import AAMVA
import Testing

@testable import scanbridge

@Suite struct FailureTextTests {
    @Test(arguments: [
        (
            DecodeError.truncated(received: 200, expected: 221),
            "200 bytes came, and its directory tells of 221"
        ),
        (.ambiguous(element: ElementID("DCS")), "at DCS, Customer family name"),
        (.vehicleDocument(SubfileType("RG")), "subfile RG"), (.otherDocument(.boardingPass), "boarding pass"),
        (.parsedMode, "licence parsing"), (.compactEncoding, "ISO/IEC 18013-2"),
    ])
    func `a refusal says what it is, where it broke or what to do`(_ error: DecodeError, _ part: String) {
        #expect(FailureText(error: error).lines.joined(separator: "\n").contains(part))
    }

    @Test(arguments: OtherDocument.allCases)
    func `no line is wider than a hundred columns`(_ document: OtherDocument) {
        #expect(FailureText(error: .otherDocument(document)).lines.allSatisfy { $0.count <= 100 })
    }

    @Test func `a payload's shape shows no letter and no digit of it`() {
        let lines = FailureText(
            error: .unreadable(received: 16), shape: PayloadShape(Array("SECRET 1234\r\nxyz".utf8))
        ).lines
        #expect(lines.last == #"  its shape    AAAAAA 9999\xd\xaaaa"#)
    }
}
