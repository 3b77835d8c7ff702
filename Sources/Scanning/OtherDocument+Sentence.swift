import AAMVA

extension OtherDocument {
    /// What it is and what to do, for the person at the till.
    var sentence: String {
        switch self {
        case .boardingPass: "This is a boarding pass, not a licence; scan the customer's licence."
        case .parcelLabel: "This is a parcel's label, not a licence; scan the customer's licence."
        case .paymentCard: "This is a payment card, not a licence; scan the customer's licence."
        case .travelDocument:
            "This is a passport or another travel document; scan the customer's licence, or enter the customer by hand."
        case .mobileLicence:
            "This is a licence on a telephone, whose code holds no data; scan the customer's plastic card, "
                + "or enter the customer by hand."
        case .healthRecord: "This is a vaccination record, not a licence; scan the customer's licence."
        case .militaryCard:
            "This is a military identification card; scan the customer's licence, or enter the customer by hand."
        }
    }
}
