import Devices
import Scanning

/// The configuration's `scanners` entry: which scanner, and how it is treated.
struct ScannerEntry: Hashable {
    /// Which device the entry names; every part given must fit.
    struct Match: Hashable {
        /// USB vendor and product id, four lower-case hexadecimal digits.
        var vendor: String?
        var product: String?
        /// USB serial number.
        var serial: String?
        /// The device's path or one of its links.
        var path: String?
        /// USB port, such as `1-2.3`.
        var port: String?
    }

    enum ControlCharacters: String, Hashable, CaseIterable {
        case auto
        case control = "ctrl"
        case altKeypad = "alt-keypad"
        case enterOnly = "enter-only"
        case none
    }

    enum OtherBarcodes: String, Hashable, CaseIterable {
        /// A wedge's are typed, another scanner's published.
        case auto
        case type
        case publish
        case drop
    }

    enum CardSerials: String, Hashable, CaseIterable {
        case withhold
        case pass
    }

    var name: String?
    var match: Match?
    /// An XKB layout such as `us` or `ca(fr)`; `auto`: found by what licences type.
    var layout = "auto"
    var controlCharacters = ControlCharacters.auto
    var otherBarcodes = OtherBarcodes.auto
    var cardSerials = CardSerials.withhold
    var line = LineSettings()
    var suffix = ScanSuffix.auto
    /// `nil`: by transport, and adapted to the scanner's pace.
    var idleGap: Duration?
    var repeatWindow = Duration.seconds(2)
}
