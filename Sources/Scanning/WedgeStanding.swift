/// What scans have shown of a wedge's settings, to be kept for the next time that it is plugged in. Nothing of a person.
public struct WedgeStanding: Hashable, Sendable {
    /// The profiles that every licence so far fits: one, unless nothing that was scanned has told them apart.
    public var profiles: [WedgeProfile]
    /// The licences that were read by these profiles, since they became the only ones.
    public var scans: Int

    public init(profiles: [WedgeProfile], scans: Int) {
        self.profiles = profiles
        self.scans = scans
    }
}
