import Devices
import Scanning

/// The keyboard layouts that scanners are set to where cards of North America are read, the likeliest first.
enum ScannerLayouts {
    static let names = ["us", "ca", "ca(fr)", "ca(multix)", "gb", "fr", "be", "de", "ch", "es", "it"]

    /// Their tables, compiled when the first wedge asks, which takes a few hundredths of a second; never empty.
    static let compiled: [KeyboardLayout] = {
        let layouts = names.compactMap { try? LayoutCompiler.compile($0) }
        return layouts.isEmpty ? [.us] : layouts
    }()
}
