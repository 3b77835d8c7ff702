extension VirtualKeyboard {
    /// One sentence for whoever set the machine up: why barcodes can't be typed, and what would help.
    public static func trouble(_ error: DeviceError) -> String {
        let cure =
            switch error {
            case .notFound: "\(path) is not there; load the kernel's module for it: modprobe uinput"
            case .permission(_, let group):
                "\(path) may not be opened\(group.map { ": it belongs to group \($0)" } ?? ""); "
                    + "install the udev rules, then: udevadm trigger \(path)"
            default: "\(error.message)"
            }
        return "barcodes of this scanner are published instead of typed, since \(cure)"
    }

    /// Why the keyboard could not be made here, found out without making it; `nil` where it could.
    public static var trouble: String? {
        switch DeviceAccess.check(path, writing: true) {
        case .granted: nil
        case .denied(let group): trouble(.permission(path: path, group: group))
        case .missing: trouble(.notFound(path: path))
        }
    }
}
