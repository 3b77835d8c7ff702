/// What the API says to a call.
struct Answer: Hashable, Sendable {
    var status = 200
    var body: JSON
}
