/// A request to the API, as its operations want it.
struct Call: Sendable {
    let route: Route
    /// As the client sent it, with the query: error bodies name it.
    let target: String
    /// `nil` where it can't be read.
    var query: FormFields?
    /// The header's value, `Bearer …`.
    var authorization: String?
    /// The header `x-reference-id`.
    var referenceID: String?
    /// Without parameters, in lower case.
    var mediaType: String?
    var body: [UInt8] = []
}
