public import Scanning

extension PointOfSaleRequest {
    /// The search for an applicant's accounts, by names and birth date.
    ///
    /// The postal code stays out: who has moved is found by it no more. Names go as far as the search takes them.
    ///
    /// - Throws: `missing` where the applicant lacks one of the three.
    public static func search(for applicant: Applicant) throws(ParameterError) -> PointOfSaleRequest {
        var parameters: [String: CallParameter] = [:]
        parameters["first_name"] = applicant[.firstName].map { .text($0.cut(to: Limit.firstName)) }
        parameters["last_name"] = applicant[.lastName].map { .text($0.cut(to: Limit.lastName)) }
        parameters["dob"] = applicant[.dob].map { .text($0) }
        return try PointOfSaleRequest(.search, parameters: parameters)
    }
}

extension String {
    /// No more than so many characters as the API counts them: Unicode's scalars.
    fileprivate func cut(to limit: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(limit)))
    }
}
