/// A magnetic stripe's three tracks as one text.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex F; British Columbia's Teleplan 4 specification, 4.2.4.
public struct Stripe: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// `FAMILY,$GIVEN NAMES`, the address with city, province and postal code in it.
        case britishColumbia
        /// `LAST$FIRST$MIDDLE`, the address as a street.
        case standard
    }

    public let kind: Kind
    public let issuer: Issuer
    /// British Columbia's Services Card without a licence: nine digits, and a serial with C.
    public let isIdentification: Bool

    static func random(_ kind: Kind, using random: inout SplitMix64) -> Stripe {
        let codes = kind == .britishColumbia ? ["BC"] : nineDigits
        let issuers = Issuer.all.filter { codes.contains($0.code) }
        return Stripe(
            kind: kind, issuer: random.one(of: issuers),
            isIdentification: kind == .britishColumbia && random.isOnce(in: 3))
    }

    /// States whose numbers are nine digits: a stripe has no letters.
    private static let nineDigits = ["CT", "GA", "MS", "OK", "TN", "NM"]

    /// A holder of what fits on a stripe.
    func holder(using random: inout SplitMix64) -> Holder {
        var holder = Holder.random(of: issuer, isPlain: true, using: &random)
        let names = ["SPECIMEN", "DE LA CRUZ", "LEE-CHAN", "O'NEIL", "NG", "DACOSTA"]
        holder.familyName = random.one(of: names)
        holder.firstName = random.one(of: ["JANE", "DAISY", "ANNE-MARIE", "J"])
        holder.middleNames = holder.middleNames.isEmpty ? [] : [random.one(of: ["ANN", "Q", "DALE"])]
        holder.nameSuffix = nil
        holder.street1 = "\(random.digits(3)) OAK ST"
        holder.city = random.one(of: ["VICTORIA", "KELOWNA", "NANAIMO", "HOPE"])
        holder.number = random.digits(kind == .britishColumbia && !isIdentification ? 7 : 9)
        return holder
    }

    func payload(of holder: Holder, using random: inout SplitMix64) -> [UInt8] {
        (first(holder) + second(holder) + third(holder, using: &random)).latin1
    }

    private func first(_ holder: Holder) -> String {
        switch kind {
        case .britishColumbia:
            let given = ([holder.firstName] + holder.middleNames).joined(separator: " ")
            let place = "\(holder.city) \(holder.province)  \(holder.postalCode)"
            return "%BC\(holder.city)^\(holder.familyName),$\(given)^\(holder.street1)$\(place)^?"
        case .standard:
            let names = ([holder.familyName, holder.firstName] + holder.middleNames).joined(separator: "$")
            return "%\(issuer.code)\(holder.city)^\(names)^\(holder.street1)^?"
        }
    }

    private func second(_ holder: Holder) -> String {
        let expiry = "\((holder.expiry.year % 100).digits(2))\(holder.expiry.month.digits(2))"
        return ";\(issuer.number)\(holder.number)=\(expiry)\(holder.birth.yearFirst)=?"
    }

    private func third(_ holder: Holder, using random: inout SplitMix64) -> String {
        let postalCode = holder.postalCode.filter { $0 != " " && $0 != "-" }
        let isStandard = kind == .standard
        let head = isStandard ? "%10" : "_%0A"
        let person = (isStandard ? "2" : "F") + "165 60BROBLU"
        let serial = "00\(isIdentification ? "C" : "S")\(random.digits(8))"
        return (head + postalCode.padded(to: 27) + person + random.digits(10)).padded(to: head.count + 66)
            + (isStandard ? String(repeating: " ", count: 10) : serial) + "?"
    }
}
