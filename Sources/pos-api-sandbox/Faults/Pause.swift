import ServiceLifecycle

/// A fault's wait.
enum Pause {
    /// Returns after the time, or as soon as the sandbox is to end.
    static func pass(_ time: Duration) async {
        await cancelWhenGracefulShutdown {
            // Cancelled or not, there is nothing to do but to go on.
            try? await Task.sleep(for: time)
        }
    }
}
