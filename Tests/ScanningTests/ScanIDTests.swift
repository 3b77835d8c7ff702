import Scanning
import Testing

@Suite struct ScanIDTests {
    @Test func `a scan id is written as 32 lower-case hexadecimal digits and read back`() {
        let id = ScanID.random()
        #expect(id.text.utf8.count == 32)
        #expect(ScanID(id.text) == id)
        #expect(ScanID(id.text.uppercased()) != id || !id.text.contains { $0.isLetter })
    }
}
