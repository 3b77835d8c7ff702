/// A value as a person would write it: where it lies in `License.bytes`, in UTF-8.
package enum LicenseText: Sendable {
    /// In the record's own bytes, where nearly every value stands as it is wanted: printable ASCII.
    case scanned(Range<Int>)
    /// Behind them.
    case written(Range<Int>)

    package var place: Range<Int> {
        switch self {
        case .scanned(let place), .written(let place): place
        }
    }
}
