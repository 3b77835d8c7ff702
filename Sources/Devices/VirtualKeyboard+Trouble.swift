import CLinux
import Glibc

extension VirtualKeyboard {
    /// Why the keyboard can't be made, and what would help, in one sentence for whoever set the machine up.
    public static func remedy(_ error: DeviceError) -> String {
        switch error {
        case .notFound: "\(path) is not there; load the kernel's module for it: modprobe uinput"
        case .permission: "\(path) may not be opened; install the udev rules, then: udevadm trigger \(path)"
        default: error.message
        }
    }

    /// What will keep the daemon from making the keyboard, and what would help; `nil` where nothing does.
    ///
    /// Found out without making it. Root, who may open anything, is told whether the daemon's group may.
    public static var remedy: String? {
        switch DeviceAccess.check(path, writing: true) {
        case .granted: geteuid() == 0 && isClosedToService ? remedy(.permission(path: path)) : nil
        case .denied: remedy(.permission(path: path))
        case .missing: remedy(.notFound(path: path))
        }
    }

    /// Whether there is a group of the service's name, and the file is not open to it.
    private static var isClosedToService: Bool {
        var status = stat()
        guard let group = getgrnam("scanbridge"), stat(path, &status) == 0 else { return false }
        let isOpen = status.st_gid == group.pointee.gr_gid && status.st_mode & S_IWGRP != 0
        return !isOpen && status.st_mode & S_IWOTH == 0
    }
}
