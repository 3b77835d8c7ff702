/// The ways in which a keyboard wedge's keys may have to be read: each profile that it could have, with its layout.
///
/// Where several read a scan alike, the first one speaks for them.
public struct WedgeCandidates: Sendable {
    struct Candidate: Sendable {
        let profile: WedgeProfile
        let layout: KeyboardLayout

        var wedge: KeyboardWedge {
            KeyboardWedge(
                layout: layout, startsCapsLocked: profile.capsLock,
                controlCharacters: profile.controlCharacters)
        }
    }

    /// The profiles that a scanner can have at all: never empty.
    private let all: [Candidate]
    /// Of these, the ones that the scans so far leave: never empty.
    private(set) var possible: [Candidate]
    /// Licences read since `possible` last changed.
    private var scans = 0
    /// How control characters came by the last licence.
    private var observed: ControlCharacters?

    /// - Parameters:
    ///   - layouts: at least one, the likeliest first; of those that type the same on every key, the first one counts.
    ///   - controlCharacters: the only way in which they may come; `nil` for any.
    ///   - known: what earlier scans have shown. It has no say where it names none of these layouts.
    public init(
        layouts: [KeyboardLayout], controlCharacters: ControlCharacters? = nil, known: WedgeStanding? = nil
    ) {
        precondition(!layouts.isEmpty, "a keyboard has a layout")
        var distinct: [KeyboardLayout] = []
        for layout in layouts where !distinct.contains(where: { $0.typesLike(layout) }) {
            distinct.append(layout)
        }
        all = [false, true].flatMap { capsLock in
            distinct.map {
                Candidate(
                    profile: WedgeProfile(
                        layout: $0.name, capsLock: capsLock, controlCharacters: controlCharacters),
                    layout: $0)
            }
        }
        possible = all
        guard let known else { return }
        let kept = all.filter { candidate in known.profiles.contains { $0.isLike(candidate.profile) } }
        guard !kept.isEmpty else { return }
        possible = kept
        scans = known.scans
        observed = controlCharacters ?? known.profiles.first?.controlCharacters
    }

    /// What is known by now; `nil` while no licence was read.
    public var standing: WedgeStanding? {
        guard scans > 0 else { return nil }
        let profiles = possible.map {
            WedgeProfile(
                layout: $0.profile.layout, capsLock: $0.profile.capsLock,
                controlCharacters: $0.profile.controlCharacters ?? observed)
        }
        return WedgeStanding(profiles: profiles, scans: scans)
    }

    /// The one that speaks for all while nothing is known.
    var first: WedgeProfile { possible[0].profile }

    /// What the keys of one scan type, each text once: several only while several profiles are possible that differ in it.
    public func texts(of keys: [KeyEvent]) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        for candidate in possible {
            var wedge = candidate.wedge
            let text = wedge.receive(keys)
            if !texts.contains(text) { texts.append(text) }
        }
        return texts
    }

    /// Whether scans have ruled any profile out.
    var areNarrowed: Bool { possible.count < all.count }
    /// The same scanner as if nothing had been scanned.
    var widened: WedgeCandidates {
        var candidates = self
        candidates.possible = all
        candidates.scans = 0
        candidates.observed = nil
        return candidates
    }

    /// Keeps the profiles of which one must be the scanner's.
    mutating func narrow(to profiles: [WedgeProfile]) {
        let kept = possible.filter { profiles.contains($0.profile) }
        guard !kept.isEmpty, kept.count < possible.count else { return }
        possible = kept
        scans = 0
    }

    /// A licence was read by all that are possible.
    mutating func confirm(_ controlCharacters: ControlCharacters) {
        scans += 1
        observed = controlCharacters
    }
}

extension WedgeProfile {
    /// Whether the keys mean the same, however control characters come.
    fileprivate func isLike(_ other: WedgeProfile) -> Bool {
        layout == other.layout && capsLock == other.capsLock
    }
}
