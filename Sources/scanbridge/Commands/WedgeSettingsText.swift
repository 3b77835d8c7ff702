import Scanning

/// What a keyboard scanner is set to, in words.
struct WedgeSettingsText {
    let layouts: [String]
    let origin: String
    let capsLock: Bool?
    let controlCharacters: String?

    init(_ settings: WedgeStatus) {
        layouts = settings.layouts
        origin = settings.origin.rawValue
        capsLock = settings.capsLock
        controlCharacters = settings.controlCharacters?.rawValue
    }

    /// As the daemon tells it of a scanner; `nil` for one that is no keyboard.
    init?(_ scanner: TillLine) {
        guard let origin = scanner.text("layout_origin") else { return nil }
        layouts = scanner.texts("layouts") + [scanner.text("layout")].compactMap(\.self)
        self.origin = origin
        capsLock = scanner.flag("caps_lock")
        controlCharacters = scanner.text("control_characters")
    }

    var text: String {
        var words = ["layout \(layouts.joined(separator: " or ")) (\(origin))"]
        if let capsLock { words.append("Caps Lock \(capsLock ? "on" : "off")") }
        if let controlCharacters { words.append("control characters \(controlCharacters)") }
        return words.joined(separator: ", ")
    }
}
