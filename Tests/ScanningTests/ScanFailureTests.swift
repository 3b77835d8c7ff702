import AAMVA
import Scanning
import Testing

@Suite struct ScanFailureTests {
    private static let reasons: [(DecodeError, ScanFailure.Reason)] =
        [
            (.truncated(received: 210, expected: 330), .truncated), (.unreadable(received: 9), .unreadable),
            (.ambiguous(element: ElementID("DAC")), .ambiguous),
            (.tooLong(received: 8193, limit: 8192), .tooLong), (.wrongBarcode, .wrongBarcode),
            (.vehicleDocument(SubfileType("RG")), .vehicleDocument), (.compactEncoding, .compactEncoding),
            (.parsedMode, .parsedMode), (.otherDocument(nil), .otherDocument),
        ] + OtherDocument.allCases.map { (.otherDocument($0), .otherDocument) }

    @Test(arguments: reasons)
    func `a decoder's error has the protocol's reason and one sentence that says what to do`(
        _ error: DecodeError, _ reason: ScanFailure.Reason
    ) {
        let failure = ScanFailure(error)
        #expect(failure.reason == reason)
        #expect(failure.message.hasSuffix("."))
        #expect(["scan", "enter", "have "].contains { failure.message.lowercased().contains($0) })
    }

    @Test func `a truncated scan says how much of it came`() {
        #expect(
            ScanFailure(.truncated(received: 210, expected: 330)).message.contains("210 of 330 bytes"))
    }

    @Test(arguments: [nil, 210, 100])
    func `a total that the bytes contradict is not told`(_ expected: Int?) {
        #expect(
            ScanFailure(.truncated(received: 210, expected: expected)).message.contains("after 210 bytes"))
    }
}
