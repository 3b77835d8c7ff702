/// What a scanner adds after each scan.
public enum ScanSuffix: Hashable, Sendable {
    /// CR, LF, CR LF or Tab.
    case auto
    case none
    /// Exactly these bytes.
    case bytes([UInt8])

    /// How many bytes at the end are the suffix; zero where there is none.
    func length(endOf bytes: [UInt8]) -> Int {
        switch self {
        case .none: return 0
        case .bytes(let suffix): return !suffix.isEmpty && bytes.ends(with: suffix) ? suffix.count : 0
        case .auto:
            guard let last = bytes.last, Self.ends.contains(last) else { return 0 }
            return bytes.ends(with: [0x0D, 0x0A]) ? 2 : 1
        }
    }

    private static let ends: [UInt8] = [0x09, 0x0A, 0x0D]
}

extension [UInt8] {
    fileprivate func ends(with suffix: [UInt8]) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
