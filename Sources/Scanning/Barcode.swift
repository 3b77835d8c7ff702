/// A barcode that is no licence, as it is published.
public struct Barcode: Hashable, Sendable {
    /// The AIM identifier, such as `]E0`, where the scanner sends it.
    ///
    /// Source: ISO/IEC 15424, "Data carrier identifiers".
    public let symbology: String?
    /// The code's text: UTF-8 where it is valid, else ISO 8859-1; never empty, its suffix removed.
    public let data: String

    public init(symbology: String?, data: String) {
        self.symbology = symbology
        self.data = data
    }
}

extension Barcode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length only: the code may be a customer's.
    public var description: String { "Barcode(\(data.utf8.count) bytes)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
