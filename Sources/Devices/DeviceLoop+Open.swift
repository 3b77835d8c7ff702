extension DeviceLoop {
    /// Opens a serial scanner. Blocks for as long as the driver takes, which for a USB bridge can be milliseconds.
    ///
    /// On a pseudo-terminal the baud rate and modem lines mean nothing, and no failure comes of them.
    public func openSerial(_ path: String, line: LineSettings) throws(DeviceError) -> ScannerConnection {
        let descriptor = try SerialPort.open(path, line: line)
        let connection = ScannerConnection(on: self, capacity: ScannerConnection.Capacity.serial)
        connection.adopt(SerialReader(descriptor, for: connection))
        return connection
    }
}
