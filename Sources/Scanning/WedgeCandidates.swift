/// The ways in which a keyboard wedge's keys may have to be read: each profile that it could have, with its layout.
///
/// Where several read a scan alike, the first one speaks for them.
public struct WedgeCandidates: Sendable {
    struct Candidate: Sendable {
        let profile: WedgeProfile
        let layout: KeyboardLayout

        var wedge: KeyboardWedge {
            KeyboardWedge(
                layout: layout, startsCapsLocked: profile.capsLock, controlCharacters: profile.controlCharacters)
        }
    }

    /// The profiles that a scanner can have at all: never empty.
    let all: [Candidate]
    /// Of these, the ones that the scans so far leave: never empty.
    private(set) var possible: [Candidate]

    /// - Parameters:
    ///   - layouts: at least one, the likeliest first; of those that type the same on every key, the first one counts.
    ///   - controlCharacters: the only way in which they may come; `nil` for any.
    ///   - known: what earlier scans left. What is none of these layouts has no say.
    public init(
        layouts: [KeyboardLayout], controlCharacters: ControlCharacters? = nil, known: [WedgeProfile] = []
    ) {
        precondition(!layouts.isEmpty, "a keyboard has a layout")
        var distinct: [KeyboardLayout] = []
        for layout in layouts where !distinct.contains(where: { $0.typesLike(layout) }) { distinct.append(layout) }
        all = [false, true].flatMap { capsLock in
            distinct.map {
                Candidate(
                    profile: WedgeProfile(
                        layout: $0.name, capsLock: capsLock, controlCharacters: controlCharacters),
                    layout: $0)
            }
        }
        possible = all
        narrow { candidate in
            known.contains {
                $0.layout == candidate.profile.layout && $0.capsLock == candidate.profile.capsLock
            }
        }
    }

    /// The profiles that the scans so far leave.
    public var profiles: [WedgeProfile] { possible.map(\.profile) }
    /// Whether the scans so far have ruled any profile out.
    var areNarrowed: Bool { possible.count < all.count }

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

    /// Keeps the profiles that fit, if any does.
    mutating func narrow(to fits: (Candidate) -> Bool) {
        let kept = possible.filter(fits)
        if !kept.isEmpty { possible = kept }
    }

    /// Takes back whatever earlier scans have ruled out.
    mutating func widen() {
        possible = all
    }
}
