/// What a keyboard wedge is set to, as far as it decides what its keys mean.
public struct WedgeProfile: Hashable, Sendable {
    /// As XKB names it: `us`, `ca(fr)`.
    public var layout: String
    /// Whether the scanner takes Caps Lock to be on, so that letters come with the other case's keys.
    public var capsLock: Bool
    /// `nil` where any of them is understood.
    public var controlCharacters: ControlCharacters?

    public init(layout: String, capsLock: Bool = false, controlCharacters: ControlCharacters? = nil) {
        self.layout = layout
        self.capsLock = capsLock
        self.controlCharacters = controlCharacters
    }
}
