import Testing

/// What needs devices, or a process to itself: run among the testbed's devices by `TestbedRunTests`, one after the other.
@Suite(
    .serialized, .timeLimit(.minutes(5)),
    .enabled(if: Testbed.isHere, "run in the testbed by TestbedRunTests"))
enum InTestbedTests {}
