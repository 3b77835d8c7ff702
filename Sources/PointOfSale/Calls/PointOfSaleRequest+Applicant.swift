public import Scanning

extension PointOfSaleRequest {
    /// The search for an applicant's accounts, by names and birth date.
    ///
    /// The postal code stays out: who has moved is found by it no more. Names go as far as the search takes them.
    ///
    /// - Throws: `missing` where the applicant lacks one of the three.
    public static func search(for applicant: Applicant) throws(ParameterError) -> PointOfSaleRequest {
        var parameters: [String: CallParameter] = [:]
        parameters["first_name"] = applicant[.firstName].map { .text(String($0.prefix(Limit.firstName))) }
        parameters["last_name"] = applicant[.lastName].map { .text(String($0.prefix(Limit.lastName))) }
        parameters["dob"] = applicant[.dob].map { .text($0) }
        return try PointOfSaleRequest(.search, parameters: parameters)
    }
}
