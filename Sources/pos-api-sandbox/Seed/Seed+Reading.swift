import FoundationEssentials

extension Seed {
    /// The made-up people that the sandbox has by itself.
    static func builtIn() throws(SeedError) -> Seed {
        try Seed(PackageResources.seed_json, file: "the built-in seed", over: nil)
    }

    /// Reads a seed of which groups may be missing; those are `base`'s.
    ///
    /// - Parameter file: the name for errors.
    init(_ bytes: [UInt8], file: String, over base: Seed?) throws(SeedError) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let given: Partial
        do {
            given = try decoder.decode(Partial.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw SeedError(file: file, error)
        } catch {
            throw SeedError(file: file, key: "", message: "not readable")
        }
        self.init(
            clients: given.clients ?? base?.clients ?? [],
            questions: given.questions ?? base?.questions ?? [],
            plans: given.plans ?? base?.plans ?? [],
            people: given.people ?? base?.people ?? [])
        try check(file: file)
    }

    private struct Partial: Decodable {
        let clients: [Client]?
        let questions: [Question]?
        let plans: [Plan]?
        let people: [Person]?
    }

    /// What types don't say: numbers that are in use once, and ids that exist.
    private func check(file: String) throws(SeedError) {
        var numbers: Set<String> = []
        let questionIDs = Set(questions.map(\.id))
        let planIDs = Set(plans.map(\.id))
        for (place, person) in people.enumerated() {
            for (index, account) in person.accounts.enumerated() {
                let key = "people[\(place)].accounts[\(index)]"
                func require(_ holds: Bool, _ name: String, _ message: String) throws(SeedError) {
                    if !holds { throw SeedError(file: file, key: "\(key).\(name)", message: message) }
                }
                let number = account.accountNumber
                try require(number.isDigits(1...14), "account_number", "give 1 to 14 digits")
                try require(numbers.insert(number).inserted, "account_number", "another account has it")
                try require(account.pin.isDigits(4...4), "pin", "give 4 digits")
                try require(
                    account.answers.allSatisfy { questionIDs.contains($0.id) }, "answers",
                    "an id that is none of `questions`")
                try require(
                    account.plans.allSatisfy { planIDs.contains($0) }, "plans",
                    "an id that is none of `plans`")
            }
        }
    }
}

extension String {
    /// Whether there are that many digits and nothing else.
    func isDigits(_ count: ClosedRange<Int>) -> Bool {
        count.contains(utf8.count) && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
