import AAMVA

extension LicenceFixture {
    /// The code of the jurisdiction whose number stands in the payload's header or second track, or which the fixture
    /// names; `nil` for test numbers and unknown ones.
    ///
    /// By a plain search, so that it doesn't hang on what the decoder makes of the payload.
    var issuer: String? {
        let text = String(decoding: payload, as: UTF8.self)
        let number = text.firstMatch(of: /(?:AMVA|ANSI|;)\s*(\d{6})/.ignoresCase()).flatMap { Int($0.1) }
        let issuer = number.flatMap { Jurisdiction.issuing(IssuerIdentificationNumber($0)) }
        return issuer?.code ?? expected["govid_issuedby"]
    }
}
