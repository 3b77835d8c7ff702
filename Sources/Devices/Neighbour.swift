/// A program that is known to get in a scanner's way, by its name as the kernel knows it: at most 15 bytes.
///
/// Source: the programs' manuals and trackers; keyd(1), "[ids]"; kanata, "linux-dev-names-exclude".
enum Neighbour: String {
    case keyd
    case inputRemapper = "input-remapper-"
    case kanata
    case kmonad
    case xremap
    case evremap
    case evsieve
    case modemManager = "ModemManager"
    case brltty
    case gpsd
    case agetty

    init?(_ program: String) {
        self.init(rawValue: program)
    }

    /// Whether it takes keyboards for itself, to type what it makes of their keys on one of its own.
    var grabs: Bool {
        switch self {
        case .keyd, .inputRemapper, .kanata, .kmonad, .xremap, .evremap, .evsieve: true
        case .modemManager, .brltty, .gpsd, .agetty: false
        }
    }

    /// What keeps it from a device.
    func cure(for node: DeviceNode) -> String {
        switch self {
        case .keyd:
            "leave it out: a line -\(node.vendor ?? "0000"):\(node.product ?? "0000") under [ids] in /etc/keyd/*.conf, "
                + "then: keyd reload"
        case .inputRemapper:
            "press Stop for this device in Input Remapper, and turn its autoload off there"
        case .kanata:
            "leave it out: (linux-dev-names-exclude (\"\(node.name)\")) in defcfg"
        case .kmonad, .xremap, .evremap, .evsieve:
            "leave it out in what \(rawValue) is told of devices, or stop it"
        case .modemManager:
            "install the udev rules, and unplug the scanner and plug it in again; or: systemctl restart ModemManager"
        case .brltty:
            "unless somebody here reads braille: apt remove brltty; then unplug the device and plug it in again"
        case .gpsd:
            "USBAUTO=\"false\" in /etc/default/gpsd, then: systemctl restart gpsd"
        case .agetty:
            "systemctl disable --now serial-getty@\(node.path.split(separator: "/").last ?? "")"
        }
    }
}
