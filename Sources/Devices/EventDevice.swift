import CLibevdev
import CLinux
import Glibc
import Scanning

/// An open event device that types: its descriptor, and libevdev's view of it.
///
/// Used by one thread at a time, and closed by whoever holds it last.
struct EventDevice {
    let path: String
    let descriptor: Int32
    let evdev: OpaquePointer
    /// Whether events bear the time of `CLOCK_MONOTONIC`; else that of a wall clock, which may be set back.
    let isTimed: Bool

    /// Opens without grabbing: whoever else reads the keyboard doesn't notice.
    static func open(_ path: String) throws(DeviceError) -> EventDevice {
        // Reading is enough, for the grab as well, so that the daemon needs no right to write to keyboards.
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        if descriptor < 0 { throw DeviceError(call: "open", path: path, errno: errno) }
        // libevdev would write to standard error on its own.
        libevdev_set_log_function(nil, nil)
        var evdev: OpaquePointer?
        let status = libevdev_new_from_fd(descriptor, &evdev)
        guard status == 0, let evdev else {
            Glibc.close(descriptor)
            let isOther = status == -ENOTTY || status == -EINVAL || status == -EISDIR
            throw isOther
                ? .wrongKind(path: path, wanted: .evdev)
                : DeviceError(call: "EVIOCGBIT", path: path, errno: -status)
        }
        let device = EventDevice(
            path: path, descriptor: descriptor, evdev: evdev,
            isTimed: libevdev_set_clock_id(evdev, CLOCK_MONOTONIC) == 0)
        guard device.canType, !device.isVirtualKeyboard else {
            device.close()
            throw .wrongKind(path: path, wanted: .evdev)
        }
        // A scan code goes before each key event and nobody reads it: without them the kernel's 64 events last for
        // two thirds longer. Where that can't be (before Linux 4.4, in simulations) they are passed over when read.
        _ = clinux_evdev_mask_misc(descriptor)
        return device
    }

    func close() {
        libevdev_free(evdev)
        Glibc.close(descriptor)
    }

    /// Whether the device has the keys that a licence needs: a mouse or a power button must never be grabbed.
    private var canType: Bool {
        [KEY_A, KEY_1, KEY_ENTER].allSatisfy {
            libevdev_has_event_code(evdev, UInt32(EV_KEY), UInt32($0)) == 1
        }
    }

    /// Whether it is what the daemon types on: what it types would come back to it.
    private var isVirtualKeyboard: Bool {
        libevdev_get_name(evdev).map { String(cString: $0) == VirtualKeyboard.name } ?? false
    }

    /// Whether any key is down, as of the last event read.
    var isAnyKeyDown: Bool {
        (0..<UInt32(KEY_CNT)).contains { libevdev_get_event_value(evdev, UInt32(EV_KEY), $0) != 0 }
    }

    /// Takes the device for this descriptor alone. 0, or an errno value: EBUSY where another program was first.
    func grab() -> Int32 {
        -libevdev_grab(evdev, LIBEVDEV_GRAB)
    }

    /// Whether another program has taken the keyboard for itself; `nil` where that can't be told without harm, since a key
    /// of it is down.
    ///
    /// Found out by taking it for a moment, so not to be asked of a keyboard that a scanbridge reads.
    func isGrabbedByOthers() -> Bool? {
        guard !isAnyKeyDown else { return nil }
        switch grab() {
        case 0:
            libevdev_grab(evdev, LIBEVDEV_UNGRAB)
            return false
        case EBUSY: return true
        default: return nil
        }
    }

    enum Reading {
        case event(input_event)
        /// The kernel's buffer overflowed and its events are lost.
        case overflow
        case nothing
        /// The device is gone (ENODEV), or reading it fails otherwise, which no second try would mend.
        case gone
    }

    /// The next event.
    func read() -> Reading {
        var event = input_event()
        while true {
            switch libevdev_next_event(evdev, UInt32(LIBEVDEV_READ_FLAG_NORMAL.rawValue), &event) {
            case Int32(LIBEVDEV_READ_STATUS_SUCCESS.rawValue):
                return .event(event)
            case Int32(LIBEVDEV_READ_STATUS_SYNC.rawValue):
                discardDifferences()
                return .overflow
            case -EAGAIN:
                return .nothing
            case -EINTR:
                continue
            default:
                return .gone
            }
        }
    }

    /// After an overflow libevdev offers the keys whose state has changed meanwhile: that is no text, and not in order.
    private func discardDifferences() {
        var event = input_event()
        let flag = UInt32(LIBEVDEV_READ_FLAG_SYNC.rawValue)
        while libevdev_next_event(evdev, flag, &event) == Int32(LIBEVDEV_READ_STATUS_SYNC.rawValue) {}
    }
}
