import Scanning

extension DeviceLoop {
    /// Opens a serial scanner. Blocks for as long as the driver takes, which for a USB bridge can be milliseconds.
    ///
    /// On a pseudo-terminal the baud rate and modem lines mean nothing, and no failure comes of them.
    public func openSerial(_ path: String, line: LineSettings) throws(DeviceError) -> ScannerConnection {
        let (descriptor, _) = try SerialPort.open(path, line: line)
        let connection = ScannerConnection(on: self, capacity: ScannerConnection.Capacity.serial)
        connection.adopt([SerialReader(descriptor, for: connection)])
        return connection
    }

    /// Opens a HID POS scanner by its raw HID node. Blocks for as long as the scanner takes to answer a control request.
    public func openReports(_ path: String) throws(DeviceError) -> ScannerConnection {
        let device = try HIDPOSDevice.open(path)
        let connection = ScannerConnection(on: self, capacity: ScannerConnection.Capacity.hidraw)
        connection.adopt([ReportReader(device, for: connection)])
        return connection
    }

    /// Opens a keyboard wedge by all event devices of its USB device, which together are one scanner.
    ///
    /// Each is grabbed once no key of it is down: `ScannerConnection.waitUntilReady` tells when, or that another program
    /// was first.
    ///
    /// - Parameter paths: At least one.
    public func openKeyboards(_ paths: [String]) throws(DeviceError) -> ScannerConnection {
        precondition(!paths.isEmpty, "a keyboard wedge has at least one event device")
        var devices: [EventDevice] = []
        for path in paths {
            do {
                devices.append(try EventDevice.open(path))
            } catch {
                for device in devices { device.close() }
                throw error
            }
        }
        let connection = ScannerConnection(on: self, capacity: ScannerConnection.Capacity.evdev)
        connection.adopt(devices.map { KeyboardReader($0, for: connection) })
        return connection
    }

    /// Opens a device to hear whether it answers, as a scanner of its kind is opened; but what a keyboard types still
    /// reaches everybody else, since it may be the one that a person needs, and a line is left as it was, since it may be a
    /// printer's.
    public func listen(to node: DeviceNode) throws(DeviceError) -> ScannerConnection {
        switch node.transport {
        case .serial:
            let (descriptor, before) = try SerialPort.open(node.path, line: LineSettings())
            let connection = ScannerConnection(on: self, capacity: ScannerConnection.Capacity.serial)
            connection.adopt([SerialReader(descriptor, for: connection, leaving: before)])
            return connection
        case .hidraw:
            return try openReports(node.path)
        case .evdev:
            let device = try EventDevice.open(node.path)
            let connection = ScannerConnection(on: self, capacity: ScannerConnection.Capacity.evdev)
            connection.adopt([KeyboardReader(device, for: connection, isShared: true)])
            return connection
        }
    }
}

extension ScannerConnection {
    /// Adds an event device that appeared later: a further one of the same USB device, whose keys join the others'.
    public func attach(_ path: String) throws(DeviceError) {
        adopt([KeyboardReader(try EventDevice.open(path), for: self)])
    }
}
