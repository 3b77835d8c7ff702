import CLinux
import Glibc
import Scanning

/// An open raw HID node of a scanner: its descriptor, and what its reports hold.
struct HIDPOSDevice {
    let descriptor: Int32
    let report: ScannedDataReport

    /// Opens without taking anything from others: several readers of a raw HID node each get every report.
    ///
    /// A scanner that would type its scans is told to report them; one that doesn't heed it is none the worse for it.
    static func open(_ path: String) throws(DeviceError) -> HIDPOSDevice {
        let flags = O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        var descriptor = Glibc.open(path, O_RDWR | flags)
        if descriptor < 0, errno == EACCES || errno == EPERM || errno == EISDIR || errno == EROFS {
            descriptor = Glibc.open(path, O_RDONLY | flags)
        }
        if descriptor < 0 { throw DeviceError(call: "open", path: path, errno: errno) }
        do throws(DeviceError) {
            let report = try describe(descriptor, path: path)
            // Advisory: it keeps a second scanbridge from publishing each scan once more.
            if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw .busy(path: path) }
            if let enabling = report.enabling {
                _ = clinux_hidraw_set_feature(descriptor, enabling, enabling.count)
            }
            return HIDPOSDevice(descriptor: descriptor, report: report)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    private static func describe(_ descriptor: Int32, path: String) throws(DeviceError) -> ScannedDataReport {
        var bytes = [UInt8](repeating: 0, count: Int(CLINUX_HID_DESCRIPTOR_MAX))
        var count = 0
        let error = clinux_hidraw_descriptor(descriptor, &bytes, &count)
        guard error == 0 else {
            let isOther = error == ENOTTY || error == EINVAL
            throw isOther
                ? .wrongKind(path: path, wanted: .hidraw)
                : DeviceError(call: "HIDIOCGRDESC", path: path, errno: error)
        }
        guard let described = HIDReportDescriptor(Array(bytes.prefix(count))),
            let report = ScannedDataReport(described)
        else { throw .wrongKind(path: path, wanted: .hidraw) }
        return report
    }
}
