import Scanning

/// A device of the command line: `--serial PATH[:BAUD]`, `--evdev PATH` or `--hidraw PATH`.
struct NamedDevice: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// `baud` is `nil` where the configuration is to say.
        case serial(baud: Int?)
        case keyboard
        /// A HID POS scanner's raw HID node.
        case reports

        var transport: ScannerStatus.Transport {
            switch self {
            case .serial: .serial
            case .keyboard: .evdev
            case .reports: .hidraw
            }
        }
    }

    let path: String
    let kind: Kind

    /// `PATH` or `PATH:BAUD`; what follows the last colon is a baud rate only if it is all digits and at least 300,
    /// since by-path names hold colons.
    init(serial argument: String) {
        let digits = argument.reversed().prefix { $0.isASCII && $0.isNumber }
        let head = argument.dropLast(digits.count)
        if head.last == ":", let baud = Int(String(digits.reversed())), baud >= 300 {
            path = String(head.dropLast())
            kind = .serial(baud: baud)
        } else {
            path = argument
            kind = .serial(baud: nil)
        }
    }

    init(keyboard path: String) {
        self.path = path
        kind = .keyboard
    }

    init(reports path: String) {
        self.path = path
        kind = .reports
    }
}
