import AAMVA

extension ApplicantReading {
    /// The card itself: its number, who issued it, and what it is.
    mutating func readCard(_ license: License) {
        let bytes = license.bytes.span
        let address = Jurisdiction.coded(license.texts.province, of: bytes)
        let issuer = issuer(license, address: address)
        if let country = issuer?.country ?? license.country {
            applicant.set(.govidType, utf8: type(license.kind, by: country).utf8.span)
        }
        if let issuer {
            applicant.set(.govidIssuedBy, utf8: issuer.code.utf8.span)
        } else {
            applicant.set(.govidIssuedBy, license.texts.province, of: bytes)
        }
        applicant.set(.govidNumber, license.texts.number, of: bytes)
        if issuer?.accepts(license.texts.number, of: bytes) == false {
            warn(
                .numberFormat, .govidNumber,
                "The ID number does not have the form that its issuer publishes.")
        }
    }

    /// The issuer by its number; by the address where the number is unknown, or where the ID number speaks for the address
    /// and against the issuer.
    private mutating func issuer(_ license: License, address: Jurisdiction?) -> Jurisdiction? {
        guard let issuer = license.issuer else {
            warn(
                .unknownIssuer, .govidIssuedBy,
                address == nil
                    ? "The card's issuer is unknown."
                    : "The card's issuer is unknown; the address's is given.")
            return address
        }
        guard let address, address != issuer else { return issuer }
        let bytes = license.bytes.span
        let number = license.texts.number
        if address.country != issuer.country {
            for field in [Applicant.Field.country, .govidType] {
                warn(.issuerMismatch, field, "The card's issuer and its address are in different countries.")
            }
        }
        // A stripe names its issuer twice, in letters and by number.
        let speaksForAddress =
            !isStripe && address.accepts(number, of: bytes) == true
            && issuer.accepts(number, of: bytes) == false
        warn(
            .issuerMismatch, .govidIssuedBy,
            speaksForAddress
                ? "The card names another issuer than its address; the ID number has the form of the "
                    + "address's, which is given."
                : "The card names another issuer than its address; the card's issuer is given.")
        return speaksForAddress ? address : issuer
    }

    private func type(_ kind: License.Kind, by country: Jurisdiction.Country) -> String {
        switch (country, kind) {
        case (.canada, .driverLicense): "CADL"
        case (.canada, .identificationCard): "CAID"
        case (.unitedStates, .driverLicense): "USDL"
        case (.unitedStates, .identificationCard): "USID"
        case (.mexico, .driverLicense): "MXDL"
        case (.mexico, .identificationCard): "MXID"
        }
    }
}
