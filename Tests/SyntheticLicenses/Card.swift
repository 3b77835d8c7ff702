/// A licence of nobody: its bytes, and what a reader must find in them.
public struct Card: Sendable {
    public enum Form: Hashable, Sendable {
        case standard(Layout)
        case stripe(Stripe)
    }

    /// One data element's place: where its identifier begins, and where its value lies, padding and all.
    public struct Place: Hashable, Sendable {
        public let id: String
        public let value: Range<Int>
    }

    public let issuer: Issuer
    public let holder: Holder
    public let form: Form
    public internal(set) var payload: [UInt8] = []
    /// The main subfile's elements; none on a stripe.
    public internal(set) var places: [Place] = []
    /// The first byte behind the header; zero on a stripe.
    public internal(set) var dataStart = 0

    /// A card by the standard, the same for the same seed.
    public init(seed: UInt64, issuer: Issuer, version: Int) {
        // Another person for each issuer and version.
        let number = UInt64(issuer.number) ?? 0
        var random = SplitMix64(seed: seed ^ number << 32 ^ UInt64(version) << 56)
        let layout = Layout.random(of: issuer, version: version, using: &random)
        self.issuer = issuer
        var holder = Holder.random(of: issuer, isPlain: layout.needsPlainNames, using: &random)
        // Without a comma in it, the blank in `MARY ROSE` would part first name and middle name.
        if layout.names == .given(comma: true), holder.middleNames.isEmpty { holder.middleNames = ["Q"] }
        // Wyoming's cards are known to have FIRST MIDDLE in the first name's element where the other is empty.
        if issuer.code == "WY", holder.firstName.contains(" "), holder.middleNames.isEmpty {
            holder.middleNames = ["Q"]
        }
        self.holder = holder
        form = .standard(layout)
        encode(layout, using: &random)
    }

    /// A stripe's text; British Columbia's where the seed is even.
    public init(stripe seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let stripe = Stripe.random(seed % 2 == 0 ? .britishColumbia : .standard, using: &random)
        issuer = stripe.issuer
        holder = stripe.holder(using: &random)
        form = .stripe(stripe)
        payload = stripe.payload(of: holder, using: &random)
    }

    /// Any card: any version of any issuer, or one in eight a stripe.
    public init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        guard !random.isOnce(in: 8) else {
            self.init(stripe: random.next())
            return
        }
        let issuer = random.one(of: Issuer.all)
        self.init(seed: random.next(), issuer: issuer, version: Int.random(in: 1...11, using: &random))
    }

    /// The standard's layout; `nil` for a stripe.
    public var layout: Layout? { if case .standard(let layout) = form { layout } else { nil } }

    private var isIdentification: Bool {
        switch form {
        case .standard(let layout): layout.type == "ID"
        case .stripe(let stripe): stripe.isIdentification
        }
    }

    /// What a reader must find, by the till protocol's keys; absent ones are empty.
    public var expected: [String: String] {
        let isStripe = layout == nil
        return [
            "first_name": holder.firstName, "middle_name": holder.middleNames.joined(separator: " "),
            "last_name": holder.familyName, "name_suffix": holder.nameSuffix ?? "",
            "dob": holder.birth.iso8601,
            "govid_expiry": isStripe ? holder.expiry.endOfMonth.iso8601 : holder.expiry.iso8601,
            "govid_number": holder.number.filter { $0 != "-" }, "address_1": holder.street1,
            "address_2": holder.street2 ?? "", "city": holder.city, "province": holder.province,
            "postal_code": holder.postalCode, "govid_issuedby": issuer.code,
            "govid_type": isIdentification ? "ID" : "DL",
        ]
    }
}

extension Card: CustomStringConvertible {
    public var description: String {
        switch form {
        case .standard(let layout):
            "version \(layout.version) of \(issuer.code), \(layout.names), \(layout.type)"
        case .stripe(let stripe): "stripe of \(issuer.code), \(stripe.kind)"
        }
    }
}
