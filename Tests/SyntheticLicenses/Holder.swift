/// A person who doesn't exist, by what the card says of them, as it would be typed.
public struct Holder: Hashable, Sendable {
    public var familyName: String
    public var firstName: String
    public var middleNames: [String]
    public var nameSuffix: String?
    public var birth: Day
    public var issue: Day
    public var expiry: Day
    public var street1: String
    public var street2: String?
    public var city: String
    public var province: String
    /// As the till protocol has it: `A1A 1A1`, `12345` or `12345-6789`.
    public var postalCode: String
    /// As on the card, hyphens and all.
    public var number: String

    /// - Parameter isPlain: first name of one word, no second address line: what a full name or a stripe can hold.
    static func random(of issuer: Issuer, isPlain: Bool, using random: inout SplitMix64) -> Holder {
        let firsts = isPlain ? firstNames.filter { !$0.contains(" ") } : firstNames
        let issue = Day.random(in: 2015...2024, using: &random)
        var holder = Holder(
            familyName: random.one(of: familyNames), firstName: random.one(of: firsts),
            middleNames: (0..<random.one(of: [0, 0, 1, 1, 1, 2])).map { _ in random.one(of: middleNames) },
            nameSuffix: random.isOnce(in: 6) ? random.one(of: ["JR", "SR", "II", "III", "IV"]) : nil,
            birth: .random(in: 1925...2005, using: &random), issue: issue,
            expiry: .random(in: issue.year + 1...issue.year + 10, using: &random),
            street1: street(using: &random),
            street2: !isPlain && random.isOnce(in: 5) ? "UNIT \(random.digits(2))" : nil,
            city: random.one(of: cities), province: issuer.code,
            postalCode: postalCode(of: issuer, using: &random), number: number(using: &random))
        // Alberta's cards have names and addresses in mixed case.
        if random.isOnce(in: 8) {
            holder.familyName = holder.familyName.capitalizedFirst
            holder.firstName = holder.firstName.capitalizedFirst
            holder.city = holder.city.capitalizedFirst
        }
        return holder
    }

    private static func street(using random: inout SplitMix64) -> String {
        "\(random.digits(random.one(of: [1, 2, 3, 4]))) \(random.one(of: streets))"
    }

    private static func postalCode(of issuer: Issuer, using random: inout SplitMix64) -> String {
        guard issuer.country == .canada else {
            return random.isOnce(in: 3) ? "\(random.digits(5))-\(random.digits(4))" : random.digits(5)
        }
        return random.letters(1) + random.digits(1) + random.letters(1) + " " + random.digits(1)
            + random.letters(1)
            + random.digits(1)
    }

    private static func number(using random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: random.digits(7)
        case 1: random.digits(9)
        case 2: random.letters(1) + random.digits(8)
        case 3: random.letters(1) + random.digits(4) + "-" + random.digits(5) + "-" + random.digits(5)
        case 4: random.letters(2) + random.digits(6)
        default: random.digits(6) + "-" + random.digits(3)
        }
    }
}

extension String {
    /// `O'neil-Lee` for `O'NEIL-LEE`: each word's first letter stays.
    fileprivate var capitalizedFirst: String {
        split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
    }
}
