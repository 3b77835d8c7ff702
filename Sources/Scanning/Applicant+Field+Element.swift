import AAMVA

extension Applicant.Field {
    /// Every field that is read from an element: several where it holds several names.
    static func fields(from element: ElementID) -> [Applicant.Field] {
        switch element {
        case ElementID("DAA"): [.lastName, .firstName, .middleName, .nameSuffix]
        case ElementID("DCT"): [.firstName, .middleName]
        // A licence has a vehicle class, an identification card hasn't.
        case ElementID("DCA"): [.govidType]
        default: Applicant.Field(reading: element).map { [$0] } ?? []
        }
    }

    /// The field that is read first from an element; `nil` for one that no field shows.
    init?(reading element: ElementID) {
        switch element {
        case ElementID("DCS"), ElementID("DAB"), ElementID("DAA"): self = .lastName
        case ElementID("DAC"), ElementID("DCT"): self = .firstName
        case ElementID("DAD"): self = .middleName
        case ElementID("DCU"), ElementID("DAE"): self = .nameSuffix
        case ElementID("DBB"): self = .dob
        case ElementID("DAG"), ElementID("DAL"): self = .address1
        case ElementID("DAH"), ElementID("DAM"): self = .address2
        case ElementID("DAI"), ElementID("DAN"): self = .city
        case ElementID("DAJ"), ElementID("DAO"): self = .province
        case ElementID("DAK"), ElementID("DAP"): self = .postalCode
        case ElementID("DCG"): self = .country
        case ElementID("DAQ"): self = .govidNumber
        case ElementID("DBA"): self = .govidExpiry
        default: return nil
        }
    }
}
