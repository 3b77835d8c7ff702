/// A scanner as tills are told of it: the protocol's scanner object.
public struct ScannerStatus: Hashable, Sendable {
    public enum Transport: String, Hashable, Sendable, CaseIterable {
        case evdev
        case serial
        case hidraw
    }

    public enum State: String, Hashable, Sendable {
        case ready
        /// Its device is not there, or not open yet.
        case waiting
        case error
    }

    public var name: String
    public var transport: Transport
    public var state: State
    public var model: String?
    /// USB vendor id, four lower-case hexadecimal digits.
    public var vendor: String?
    /// USB product id, four lower-case hexadecimal digits.
    public var product: String?
    /// USB serial number.
    public var serial: String?
    /// USB port, such as `1-2.3`.
    public var port: String?
    /// `nil` for a scanner that sends bytes.
    public var wedge: WedgeStatus?

    public init(
        name: String, transport: Transport, state: State, model: String? = nil, vendor: String? = nil,
        product: String? = nil, serial: String? = nil, port: String? = nil
    ) {
        self.name = name
        self.transport = transport
        self.state = state
        self.model = model
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
    }
}
