/// A keyboard wedge's settings as tills are told of them: a part of the protocol's scanner object.
public struct WedgeStatus: Hashable, Sendable {
    /// Where they are from.
    public enum Origin: String, Hashable, Sendable, CaseIterable {
        /// The configuration names the layout.
        case configured
        /// Licences have shown it.
        case found
        /// Nothing has shown it yet.
        case assumed
    }

    /// The layouts that every licence so far fits: one, unless nothing has told them apart.
    public let layouts: [String]
    public let origin: Origin
    /// `nil` where it isn't known.
    public let capsLock: Bool?
    /// `nil` where it isn't known.
    public let controlCharacters: ControlCharacters?

    /// - Parameter isConfigured: whether the configuration names the layout.
    public init(_ candidates: WedgeCandidates, isConfigured: Bool) {
        let profiles = candidates.standing?.profiles ?? []
        self.init(
            profiles, isConfigured ? .configured : profiles.isEmpty ? .assumed : .found,
            assuming: candidates.first)
    }

    /// What licences have shown, whatever the configuration says; `nil` where that is nothing.
    public init?(_ standing: WedgeStanding) {
        guard let first = standing.profiles.first else { return nil }
        self.init(standing.profiles, .found, assuming: first)
    }

    private init(_ profiles: [WedgeProfile], _ origin: Origin, assuming first: WedgeProfile) {
        let layouts = profiles.reduce(into: [String]()) {
            if !$0.contains($1.layout) { $0.append($1.layout) }
        }
        self.layouts = layouts.isEmpty ? [first.layout] : layouts
        self.origin = origin
        capsLock = Set(profiles.map(\.capsLock)).count == 1 ? profiles.first?.capsLock : nil
        controlCharacters = profiles.first?.controlCharacters ?? first.controlCharacters
    }
}
