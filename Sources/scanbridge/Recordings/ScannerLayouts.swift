/// The keyboard layouts that scanners are set to where cards of North America are read, the likeliest first.
enum ScannerLayouts {
    static let names = ["us", "ca", "ca(fr)", "ca(multix)", "gb", "fr", "be", "de", "ch", "es", "it"]
}
