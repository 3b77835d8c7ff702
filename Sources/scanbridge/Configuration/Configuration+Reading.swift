import Logging
import PointOfSale
import Scanning
import TillSocket

extension Configuration {
    /// Takes over what a file says; what it doesn't say stays. Lists are replaced whole.
    mutating func apply(_ root: ConfigurationNode) throws(ConfigurationError) {
        for (name, value) in try root.mapping(["sockets", "scanners", "decode", "pos_api", "log"]) {
            switch name {
            case "sockets":
                sockets = try Self.sockets(value)
                callPlaces = [:]
                for item in try value.list() {
                    callPlaces.merge(try SocketSettings.callPlaces(item)) { first, _ in first }
                }
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
                mode = try value.choice(DecodeMode.self)
                modePlace = value.place
            case "deadline": deadline = try value.duration(from: "100ms", to: "30s")
            case "minimum_age": applicant.minimumAge = try value.integer(in: 0...150)
            default: applicant.nameCase = try value.choice(ApplicantSettings.NameCase.self)
            }
        }
    }
}

extension Configuration.PointOfSaleAPI {
    fileprivate mutating func apply(_ node: ConfigurationNode) throws(ConfigurationError) {
        let keys = [
            "url", "client_id", "client_secret_file", "scope", "account_search", "allow_close",
            "interest_version", "ca_file", "proxy",
        ]
        for (name, value) in try node.mapping(keys) {
            switch name {
            case "url": address = try value.address(ServiceAddress.init)
            case "client_id": clientID = try value.clientID()
            case "client_secret_file": clientSecretFile = try value.filledText()
            case "scope": scope = try value.choice(PointOfSaleSettings.Scope.self)
            case "account_search":
                accountSearch = try value.boolean()
                accountSearchPlace = value.place
            case "allow_close": allowsClose = try value.boolean()
            case "interest_version":
                interestVersion = try value.choice(PointOfSaleSettings.InterestVersion.self)
            case "ca_file": authoritiesFile = try value.text().isEmpty ? nil : value.absolutePath()
            default: proxy = try value.text().isEmpty ? nil : value.address(ProxyAddress.init)
            }
        }
    }
}

extension ConfigurationNode {
    fileprivate func address<Address>(
        _ read: (String) throws(AddressError) -> Address
    ) throws(ConfigurationError) -> Address {
        let text = try filledText()
        do throws(AddressError) {
            return try read(text)
        } catch let problem {
            throw error(problem.description)
        }
    }

    fileprivate func clientID() throws(ConfigurationError) -> String {
        let text = try filledText()
        guard text.count <= 100 else { throw error("expected at most 100 characters") }
        return text
    }
}
