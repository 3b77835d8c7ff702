import AAMVA
import Testing

@Suite struct JurisdictionTests {
    @Test(arguments: [
        (636_012, "ON"), (604_426, "PE"), (604_433, "NU"), (604_434, "NT"), (636_028, "BC"), (636_062, "VI"),
        (990_876, "AB"), (604_432, "AB"), (636_027, "DT"), (636_016, "NL"),
    ])
    func `an issuer's number names its jurisdiction`(_ number: Int, _ code: String) {
        #expect(Jurisdiction.issuing(IssuerIdentificationNumber(number))?.code == code)
    }

    @Test(arguments: [0, 636_063, 636_099, 700_000, 604_425, 604_435, 999_999])
    func `test numbers and unknown ones name none`(_ number: Int) {
        #expect(Jurisdiction.issuing(IssuerIdentificationNumber(number)) == nil)
    }

    @Test func `every one of the 72 registered numbers has a jurisdiction`() {
        let numbers = Array(604_426...604_434) + Array(636_000...636_062)
        let codes = numbers.compactMap { Jurisdiction.issuing(IssuerIdentificationNumber($0))?.code }
        #expect(Set(codes).count == 72)
    }

    @Test(arguments: [
        ("ON", "S12345678816201", true), ("ON", "123456789", false), ("BC", "1234567", true),
        ("BC", "12345678", false),
        ("AZ", "AB12345", true), ("AZ", "D12345678", true), ("IA", "123AB4567", true), ("KS", "K1K1K", true),
        ("NH", "NHI12345678", true), ("NH", "12ABC34567", true), ("VT", "1234567A", true),
        ("VT", "1234567B", false),
        ("MO", "A123456R", true), ("WA", "ANASTPM320QD", true), ("NV", "X12345678", true),
        ("NY", "ABCDEFGH", true),
        ("FL", "D621720820090", true), ("FL", "0462172082009", false),
    ])
    func `a number is compared with its jurisdiction's published forms`(
        _ code: String, _ number: String, _ accepted: Bool
    ) {
        #expect(Jurisdiction.coded(code)?.accepts(number: number) == accepted)
    }

    @Test func `a jurisdiction without a published form accepts nothing and rejects nothing`() throws {
        #expect(try #require(Jurisdiction.coded("GU")).accepts(number: "1") == nil)
    }
}
