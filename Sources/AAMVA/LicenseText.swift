/// A value as a person would write it; nearly always it stands in the record like that.
///
/// It holds a person's data: its description says only which of the two it is.
package enum LicenseText: Sendable {
    /// Printable ASCII at this place of the record's bytes.
    case scanned(Range<Int>)
    case written(String)

    func string(_ bytes: Span<UInt8>) -> String {
        switch self {
        case .scanned(let place): bytes.text(place)
        case .written(let text): text
        }
    }
}

extension LicenseText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .scanned: "LicenseText(scanned)"
        case .written: "LicenseText(written)"
        }
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
