import Testing

@Suite(.ownThreads) struct LicenceScanTests {
    @Test func `a licence on the line comes out as an applicant with every field right`() throws {
        let shop = try Shop()
        let till = try shop.till()
        try shop.scanner.send(Licence.ontario.payload)
        let reading = try till.next("reading")
        let applicant = try till.next("applicant")
        #expect(applicant["scan"] == reading["scan"])
        #expect(applicant["source"] == "local")
        #expect(applicant["warnings"] == [])
        #expect(
            applicant["applicant"] == [
                "first_name": "JANE", "middle_name": "Q", "last_name": "SPECIMEN", "dob": "1981-12-01",
                "address_1": "100-19 EXAMPLE ROAD", "city": "OTTAWA", "province": "ON", "postal_code": "K1A 0B1",
                "country": "CAN", "govid_type": "CADL", "govid_issuedby": "ON", "govid_number": "S12345678816201",
                "govid_expiry": "2035-12-01",
            ])
    }
}
