/// Which state of the documentation the answers follow, where its states contradict each other.
///
/// Source: `docs/pos-api.openapi.yaml`, `x-notes`.
enum Variants: String, CaseIterable, Sendable {
    /// As its sample answers print them.
    case sample
    /// As the latest pages name them.
    case newest
    /// As the earliest pages and the sample's slips have them, with numbers and texts changed about.
    case oldest
}
