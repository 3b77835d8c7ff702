/// Why a keyboard layout can't be used.
public enum LayoutError: Error, Hashable, Sendable {
    /// Not of the form `us` or `ca(fr)`.
    case malformed(String)
    /// XKB has no such layout, or no such variant of it.
    case unknown(String)
    /// XKB's own files are not installed.
    case noData

    /// One sentence: what is wrong and what to do.
    public var message: String {
        switch self {
        case .malformed(let name):
            "“\(name)” is no layout name: write a layout such as us, or one with its variant such as ca(fr)"
        case .unknown(let name):
            "XKB has no layout \(name): see `man xkeyboard-config` for those it has"
        case .noData:
            "the keyboard layouts are not installed: install the package xkb-data, or set `layout: us`"
        }
    }
}

extension LayoutError: CustomStringConvertible {
    public var description: String { message }
}
