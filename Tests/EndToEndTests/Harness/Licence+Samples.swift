/// Nobody's cards, and what must become of them.
extension Licence {
    /// What comes of `ontario`.
    static let ontarioApplicant: JSON = [
        "first_name": "JANE", "middle_name": "Q", "last_name": "SPECIMEN", "dob": "1981-12-01",
        "address_1": "100-19 EXAMPLE ROAD", "city": "OTTAWA", "province": "ON", "postal_code": "K1A 0B1",
        "country": "CAN", "govid_type": "CADL", "govid_issuedby": "ON", "govid_number": "S12345678816201",
        "govid_expiry": "2035-12-01",
    ]

    /// The three tracks of a British Columbia card, as its barcode holds them.
    static let britishColumbia =
        "%BCVICTORIA^SPECIMEN,$JANE MARIE^910 EXAMPLE ST$VICTORIA BC  V8W 1A1^?"
        + ";6360281234567=350419850410=?"
        + "_%0AV8W1A1                     F170 65BRNBLU                          00S00023254?"

    /// The POS API's documented example: a line feed for a blank in the header, a stray blank in the directory, a wrong
    /// offset and length, Quebec's issuer number, and Ontario's address and ID number.
    static let pointOfSaleExample =
        "@\n\u{1E}\rANSI\n604428040101 DL00310219DLDCAunavI\nDCBNONE\nDCDNONE\nDBA20200515\nDCSNUMBER1\n"
        + "DACENSTREAM \nDAD\nDBD20140516\nDBB19740515\nDBCZ\nDAYBLU\nDAU163 cm\nDAG55 UNIVERSITY AVE\n"
        + "DAITORONTO\nDAJON\nDAKM5J 2H7\nDAQD61014070660905\nDCFPEJK368N4\nDCGCAN\nDDEU\nDDFU\nDDGU\r"

    /// What comes of `pointOfSaleExample`.
    static let pointOfSaleApplicant: JSON = [
        "first_name": "ENSTREAM", "last_name": "NUMBER1", "dob": "1974-05-15",
        "address_1": "55 UNIVERSITY AVE",
        "city": "TORONTO", "province": "ON", "postal_code": "M5J 2H7", "country": "CAN", "govid_type": "CADL",
        "govid_issuedby": "ON", "govid_number": "D61014070660905", "govid_expiry": "2020-05-15",
    ]
}
