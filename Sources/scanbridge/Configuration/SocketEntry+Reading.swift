import Scanning
import TillSocket

extension SocketEntry {
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
            case "path": settings.path = try value.absolutePath()
            case "group": settings.group = try value.filledText()
            case "users":
                settings.users = try value.list { item throws(ConfigurationError) in try item.filledText() }
            case "scanners":
                settings.scanners = try value.list { item throws(ConfigurationError) in try item.filledText()
                }
            case "fields":
                settings.fields = try value.list { item throws(ConfigurationError) in
                    try item.choice(Applicant.Field.self)
                }
            case "document": settings.document = try value.boolean()
            case "calls": calls = try Self.calls(value)
            case "hold": settings.hold = try value.duration(from: "0s", to: "10m")
            case "max_tills": settings.maxTills = try value.integer(in: 1...1000)
            default: settings.maxQueue = try value.size(from: "64KiB", to: "64MiB")
            }
        }
    }

    private static func calls(_ node: ConfigurationNode) throws(ConfigurationError) -> [String] {
        for item in try node.list() {
            let call = try item.text()
            guard knownCalls.contains(call) else { throw item.unknownChoice(call, among: knownCalls) }
            throw item.error("POS API calls aren't part of this version; leave the list empty")
        }
        return []
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
