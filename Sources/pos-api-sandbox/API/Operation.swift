/// What the API can do, by the names that `scanbridge pos` has for it.
enum Operation: String, CaseIterable, Sendable {
    case token
    case search
    case lookup
    case verify
    case driverslicense
    case close
    case interest
}
