import Testing

@testable import PointOfSale

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        ("1000.00", "1000.00"), ("1000", "1000.00"), ("847.5", "847.50"), ("0.1", "0.10"),
        ("-12.3", "-12.30"), ("0", "0.00"),
        ("-0.00", "0.00"), ("9999999999999999.99", "9999999999999999.99"), ("1e3", "1000.00"),
        ("12.340", "12.34"), ("2.5E-1", "0.25"),
        ("007", "7.00"),
    ])
    func `an amount keeps its value and gets its two decimals`(_ text: String, _ money: String) {
        #expect(DecimalNumber(money: text)?.money == money)
    }

    @Test(arguments: [
        "", "-", "1.", ".5", "1,5", "0.001", "10000000000000000", "1e99", "abc", "1.2.3", "--1", "1e", "0x10",
        "1 000",
    ])
    func `what is no amount is none`(_ text: String) {
        #expect(DecimalNumber(money: text) == nil)
    }

    @Test(arguments: [
        ("0.3099", "0.3099"), ("0", "0"), ("0.0990", "0.099"), ("3", "3"), ("-0.5", "-0.5"), ("1e2", "100"),
    ])
    func `a rate is written as short as it goes`(_ text: String, _ rate: String) {
        #expect(DecimalNumber(text)?.text == rate)
    }

    @Test func `nothing goes through binary fractions`() {
        #expect(DecimalNumber(money: "4503599627370497.01")?.money == "4503599627370497.01")
    }

    @Test func `numbers of the same value are equal`() {
        #expect(DecimalNumber("10.50") == DecimalNumber("1.05e1"))
    }
}
