public import Scanning

/// What a scanner sent, and when: by the kernel's time where it gives one, else when it was read.
///
/// For `.silence` the moment until which nothing had come: all that came before it stands before it in the stream.
public struct TimedInput: Sendable {
    public let input: ScannerInput
    public let at: ContinuousClock.Instant

    public init(_ input: ScannerInput, at: ContinuousClock.Instant) {
        self.input = input
        self.at = at
    }
}
