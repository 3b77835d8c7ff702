/// A process that has a device file open.
public struct DeviceHolder: Hashable, Sendable, CustomStringConvertible {
    public let process: Int32
    /// The program's name as the kernel knows it: at most 15 bytes.
    public let name: String

    public init(process: Int32, name: String) {
        self.process = process
        self.name = name
    }

    public var description: String { "\(name) (process \(process))" }

    /// The processes that hold a device file, ascending, but for this one.
    ///
    /// Shows other users' processes to root only: an empty answer means "nobody that may be seen".
    public static func holders(of path: String) -> [DeviceHolder] { ProcessTable().holders(of: path) }
}
