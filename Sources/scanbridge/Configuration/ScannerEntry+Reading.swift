import Devices
import Scanning

extension ScannerEntry {
    private static let keys = [
        "name", "match", "layout", "control_characters", "other_barcodes", "card_serials", "baud",
        "data_bits",
        "parity", "stop_bits", "flow_control", "suffix", "idle_gap", "repeat_window",
    ]

    init(_ node: ConfigurationNode) throws(ConfigurationError) {
        self.init()
        for (name, value) in try node.mapping(Self.keys) {
            switch name {
            case "name": self.name = try value.scannerName()
            case "match": match = try Match(value)
            case "layout": layout = try value.layout()
            case "control_characters": controlCharacters = try value.choice(ControlCharacters.self)
            case "other_barcodes": otherBarcodes = try value.choice(OtherBarcodes.self)
            case "card_serials": cardSerials = try value.choice(CardSerials.self)
            case "suffix": suffix = try value.suffix()
            case "idle_gap":
                idleGap = try value.text() == "auto" ? nil : value.duration(from: "20ms", to: "2s")
            case "repeat_window": repeatWindow = try value.duration(from: "0s", to: "60s")
            default: try applyLine(name, value)
            }
        }
    }

    private mutating func applyLine(_ name: String, _ value: ConfigurationNode) throws(ConfigurationError) {
        switch name {
        case "baud": line.baud = try value.baud()
        case "data_bits": line.dataBits = try value.integer(in: 7...8)
        case "parity": line.parity = try value.choice(LineSettings.Parity.self)
        case "stop_bits": line.stopBits = try value.integer(in: 1...2)
        default: line.flowControl = try value.choice(LineSettings.FlowControl.self)
        }
    }
}

extension ScannerEntry.Match {
    fileprivate init(_ node: ConfigurationNode) throws(ConfigurationError) {
        self.init()
        for (name, value) in try node.mapping(["vendor", "product", "serial", "path", "port"]) {
            switch name {
            case "vendor": vendor = try value.usbIdentifier()
            case "product": product = try value.usbIdentifier()
            case "serial": serial = try value.filledText()
            case "path": path = try value.absolutePath()
            default: port = try value.filledText()
            }
        }
        guard self != ScannerEntry.Match() else {
            throw node.error("names no device; give vendor and product, serial, path or port")
        }
    }
}

extension ConfigurationNode {
    fileprivate func scannerName() throws(ConfigurationError) -> String {
        let name = try filledText()
        guard name.utf8.count <= 64, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else {
            throw error("expected a name of at most 64 bytes without control characters")
        }
        return name
    }

    fileprivate func baud() throws(ConfigurationError) -> Int {
        let text = try text()
        guard let baud = Int(text), LineSettings.rates.contains(baud) else {
            throw error(
                "found '\(text)'; expected one of \(LineSettings.rates.map(String.init).joined(separator: ", "))"
            )
        }
        return baud
    }

    fileprivate func usbIdentifier() throws(ConfigurationError) -> String {
        let text = try text().lowercased()
        guard text.utf8.count == 4, text.allSatisfy(\.isHexDigit) else {
            throw error("expected a USB id of four hexadecimal digits, such as 0c2e")
        }
        return text
    }

    /// An XKB layout's name, `layout` or `layout(variant)`, that can be compiled here.
    fileprivate func layout() throws(ConfigurationError) -> String {
        let text = try filledText()
        guard text != "auto" else { return text }
        do {
            _ = try LayoutCompiler.compile(text)
        } catch let failure {
            throw error(failure.message)
        }
        return text
    }

    fileprivate func suffix() throws(ConfigurationError) -> ScanSuffix {
        let text = try text()
        switch text {
        case "auto": return .auto
        case "none": return .none
        case "cr": return .bytes([0x0D])
        case "lf": return .bytes([0x0A])
        case "crlf": return .bytes([0x0D, 0x0A])
        case "tab": return .bytes([0x09])
        default:
            let bytes = Array(text.utf8)
            guard (1...8).contains(bytes.count), bytes.allSatisfy({ $0 < 0x80 && !isLetter($0) }) else {
                throw unknownChoice(text, among: ["auto", "none", "cr", "lf", "crlf", "tab"])
            }
            return .bytes(bytes)
        }
    }

    /// Letters are taken for a misspelt word, never for a suffix.
    private func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
