/// Ends the process where a claim doesn't hold, so that libFuzzer keeps the input.
func demand(_ holds: Bool, _ claim: StaticString) {
    guard !holds else { return }
    fatalError("this doesn't hold: \(claim)")
}
