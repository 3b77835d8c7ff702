import Scanning
import TillSocket

extension SocketSettings {
    private static let keys = [
        "path", "group", "users", "scanners", "fields", "document", "calls", "hold", "max_tills", "max_queue",
    ]
    private static let knownCalls = [
        "customers.search", "customers.lookup", "account.verify", "account.interest", "account.close",
    ]

    init(_ node: ConfigurationNode) throws(ConfigurationError) {
        self.init()
        for (name, value) in try node.mapping(Self.keys) {
            switch name {
            case "path": self.path = try value.absolutePath()
            case "group": self.group = try value.filledText()
            case "users":
                self.users = try value.list { item throws(ConfigurationError) in try item.filledText() }
            case "scanners":
                self.scanners = try value.list { item throws(ConfigurationError) in try item.filledText() }
            case "fields":
                self.fields = try value.list { item throws(ConfigurationError) in
                    try item.choice(Applicant.Field.self)
                }
            case "document": self.document = try value.boolean()
            case "calls": try Self.refuseCalls(value)
            case "hold": self.hold = try value.duration(from: "0s", to: "10m")
            case "max_tills": self.maxTills = try value.integer(in: 1...1000)
            default: self.maxQueue = try value.size(from: "64KiB", to: "64MiB")
            }
        }
    }

    /// The list's words are checked, so that a misspelt one is found now, and then none is taken.
    private static func refuseCalls(_ node: ConfigurationNode) throws(ConfigurationError) {
        for item in try node.list() {
            let call = try item.text()
            guard knownCalls.contains(call) else { throw item.unknownChoice(call, among: knownCalls) }
            throw item.error("POS API calls aren't part of this version; leave the list empty")
        }
    }
}

extension ConfigurationNode {
    func absolutePath() throws(ConfigurationError) -> String {
        let path = try filledText()
        guard path.hasPrefix("/") else {
            throw error("found a relative path; expected one that begins with /")
        }
        return path
    }
}
