/// A name or pattern of a socket's `scanners`: `*` is any run of characters, `?` any one; case matters.
struct ScannerPattern: Hashable, Sendable {
    private let pattern: [Unicode.Scalar]

    init(_ text: String) {
        pattern = Array(text.unicodeScalars)
    }

    func matches(_ name: String) -> Bool {
        let name = Array(name.unicodeScalars)
        var (at, inPattern) = (0, 0)
        // Where to go on if the last star should have eaten one character more: greedy matching without recursion,
        // so that no pattern takes longer than the product of the two lengths.
        var retry: (at: Int, inPattern: Int)?
        while at < name.count {
            if inPattern < pattern.count, pattern[inPattern] == "*" {
                inPattern += 1
                retry = (at, inPattern)
            } else if inPattern < pattern.count, pattern[inPattern] == "?" || pattern[inPattern] == name[at] {
                (at, inPattern) = (at + 1, inPattern + 1)
            } else if let last = retry {
                retry = (last.at + 1, last.inPattern)
                (at, inPattern) = (last.at + 1, last.inPattern)
            } else {
                return false
            }
        }
        return pattern[inPattern...].allSatisfy { $0 == "*" }
    }
}
