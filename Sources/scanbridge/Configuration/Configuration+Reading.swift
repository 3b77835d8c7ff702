import Logging
import Scanning
import TillSocket

extension Configuration {
    /// Takes over what a file says; what it doesn't say stays. Lists are replaced whole.
    mutating func apply(_ root: ConfigurationNode) throws(ConfigurationError) {
        for (name, value) in try root.mapping(["sockets", "scanners", "decode", "pos_api", "log"]) {
            switch name {
            case "sockets": sockets = try Self.sockets(value)
            case "scanners": scanners = try Self.scanners(value)
            case "decode": try decode.apply(value)
            case "pos_api": try pointOfSaleAPI.apply(value)
            default:
                for (_, level) in try value.mapping(["level"]) {
                    logLevel = try level.choice(Logger.Level.self)
                }
            }
        }
    }

    private static func sockets(_ node: ConfigurationNode) throws(ConfigurationError) -> [SocketSettings] {
        var sockets: [SocketSettings] = []
        for item in try node.list() {
            let socket = try SocketSettings(item)
            guard !sockets.contains(where: { $0.path == socket.path }) else {
                throw item.error("another socket has the same path already; give each its own")
            }
            sockets.append(socket)
        }
        guard !sockets.isEmpty else {
            throw node.error("the list is empty; give one socket or remove the key for the default")
        }
        return sockets
    }

    private static func scanners(_ node: ConfigurationNode) throws(ConfigurationError) -> [ScannerEntry] {
        var scanners: [ScannerEntry] = []
        for item in try node.list() {
            let scanner = try ScannerEntry(item)
            guard scanner.name == nil || !scanners.contains(where: { $0.name == scanner.name }) else {
                throw item.error("another scanner has the same name already; give each its own")
            }
            scanners.append(scanner)
        }
        return scanners
    }
}

extension Configuration.Decode {
    fileprivate mutating func apply(_ node: ConfigurationNode) throws(ConfigurationError) {
        for (name, value) in try node.mapping(["mode", "deadline", "minimum_age", "name_case"]) {
            switch name {
            case "mode":
                mode = try value.choice(Configuration.DecodeMode.self)
                modeRefusal =
                    mode == .local
                    ? nil
                    : value.error(
                        "remote decoding isn't part of this version; say local or start with --local-only")
            case "deadline": deadline = try value.duration(from: "100ms", to: "30s")
            case "minimum_age": applicant.minimumAge = try value.integer(in: 0...150)
            default: applicant.nameCase = try value.choice(ApplicantSettings.NameCase.self)
            }
        }
    }
}

extension Configuration.PointOfSaleAPI {
    fileprivate mutating func apply(_ node: ConfigurationNode) throws(ConfigurationError) {
        let keys = ["url", "client_id", "client_secret_file", "scope", "account_search", "ca_file", "proxy"]
        for (name, value) in try node.mapping(keys) {
            switch name {
            case "url": url = try value.webAddress()
            case "client_id": clientID = try value.filledText()
            case "client_secret_file": clientSecretFile = try value.filledText()
            case "scope": scope = try value.filledText()
            case "account_search": accountSearch = try value.boolean()
            case "ca_file": authoritiesFile = try value.optionalText()
            default: proxy = try value.optionalText()
            }
            if accountSearch, name == "account_search" {
                throw value.error(
                    "account search isn't part of this version; remove the key or set it to false")
            }
        }
    }
}

extension ConfigurationNode {
    /// Text, or `nil` where it is empty.
    fileprivate func optionalText() throws(ConfigurationError) -> String? {
        let text = try text()
        return text.isEmpty ? nil : text
    }

    fileprivate func webAddress() throws(ConfigurationError) -> String {
        let text = try filledText()
        guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
            throw error("expected an address that begins with https://")
        }
        return text
    }
}
