import Scanning
import TillSocket

extension SocketSettings {
    private static let keys = [
        "path", "group", "users", "scanners", "fields", "document", "calls", "hold", "max_tills", "max_queue",
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
            case "calls":
                self.calls = Set(
                    try value.list { item throws(ConfigurationError) in try item.choice(TillCall.self) })
            case "hold": self.hold = try value.duration(from: "0s", to: "10m")
            case "max_tills": self.maxTills = try value.integer(in: 1...1000)
            default: self.maxQueue = try value.size(from: "64KiB", to: "64MiB")
            }
        }
    }

    /// Where each of a socket's calls stands.
    static func callPlaces(
        _ node: ConfigurationNode
    ) throws(ConfigurationError) -> [TillCall: ConfigurationPlace] {
        var places: [TillCall: ConfigurationPlace] = [:]
        for (name, value) in try node.mapping(keys) where name == "calls" {
            for item in try value.list() { places[try item.choice(TillCall.self)] = item.place }
        }
        return places
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
