/// Whether the endpoint that decodes licences can be asked: the protocol's `remote` in `status`.
public enum EndpointState: Hashable, Sendable {
    /// Licences are decoded on this machine.
    case off
    case up(since: ContinuousClock.Instant)
    case down(since: ContinuousClock.Instant)
}
