@testable import pos_api_sandbox

/// What a sandbox must be, know and have been through for an exchange to happen.
struct Staging {
    var variants = Variants.sample
    /// In the path and the form of the exchange's own `sandbox`.
    var client = "sandbox"
    /// Whose token is sent, where it is another's.
    var tokenClient: String?
    /// What the request says otherwise: the sandbox's customers are others than the exchange's.
    var replacing: [String: String] = [:]
    /// How often the request is made before.
    var times = 0
    var faults: [String] = []

    /// By the exchange's name; one that isn't there happens as it is.
    static let needed: [String: Staging] = [
        "close": Staging(replacing: ["20035156": "400200018"]),
        // The card of the sample's request has no middle name, that of its answer has.
        "driverslicense": Staging(replacing: [#"DAD\n"#: #"DADGARRY\n"#]),
        "driverslicense-failed": Staging(faults: ["driverslicense:409"]),
        "driverslicense-malformed": Staging(faults: ["driverslicense:malformed"]),
        "driverslicense-refused": Staging(variants: .newest, replacing: ["DBB19740515": "DBB"]),
        "driverslicense-server-error": Staging(faults: ["driverslicense:500"]),
        "lookup-merchant-not-support-nonprime-regularpurchase":
            Staging(client: "sandbox-prime", replacing: ["234567890": "400400014"]),
        "lookup-user-not-active": Staging(replacing: ["234567890": "400500011"]),
        "search-wrong-inputs": Staging(variants: .newest, replacing: ["1974-05-15": "1974-15-05"]),
        "token-no-role": Staging(client: "sandbox-unprovisioned"),
        "verify-invalid-role": Staging(tokenClient: "sandbox-prime"),
        "verify-lost-zero": Staging(variants: .oldest, replacing: ["20035156": "400900013"]),
        "verify-merchant-override-is-not-allowed": Staging(client: "sandbox-prime"),
        "verify-no-phone": Staging(replacing: ["20035156": "400900013"]),
        "verify-nobody": Staging(replacing: ["20035156": "1"]),
        "verify-override": Staging(replacing: ["20035156": "400900013"]),
        "verify-piw-mismatch": Staging(faults: ["verify:409=piw_mismatch"]),
        "verify-regular-purchase-bypass-is-not-allowed": Staging(times: 3),
        "verify-security-question": Staging(replacing: ["20035156": "123456789"]),
        "verify-tries-exceed": Staging(times: 3),
        "verify-wrong-inputs": Staging(replacing: ["security_question": "piw"]),
    ]

    /// Exchanges that no sandbox has, as they mix several states of the documentation, or try what a reader can bear.
    static let beyond: Set<String> = [
        "close-empty", "close-refused", "driverslicense-variants", "interest-variants", "lookup-by-customer",
        "lookup-several", "lookup-variants", "search-nobody-as-list", "search-sparse", "search-variants",
        "token-variants",
    ]

    /// Exchanges whose answer is the sandbox's to the letter: the documentation's own samples that name their case.
    static let literal: Set<String> = [
        "close", "lookup-by-account", "lookup-by-card", "search", "verify-bypass", "verify-security-question",
        "verify-sms",
    ]

    func apply(to text: String) -> String {
        replacing.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
}
