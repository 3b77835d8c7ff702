/// A fault that isn't written as one.
struct FaultError: Error, Hashable, CustomStringConvertible {
    let text: String
    let message: String

    var description: String { "\(text): no fault: \(message)" }
}
