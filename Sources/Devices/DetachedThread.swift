import CLinux
import Glibc

/// A thread of this module's own: work that may not share Swift's cooperative pool, because others must not hold it up,
/// or because it would hold up others.
enum DetachedThread {
    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Runs `body` on a new thread that nobody joins.
    ///
    /// - Parameter name: At most 15 bytes, as `ps -L` shows it.
    static func start(_ name: String, _ body: @escaping @Sendable () -> Void) throws(DeviceError) {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Body(body))
        let error = withoutSignals { pthread_create(&thread, nil, threadMain, context.toOpaque()) }
        guard error == 0 else {
            context.release()
            throw .io(call: "pthread_create", path: name, errno: error)
        }
        clinux_thread_name(thread, name)
        pthread_detach(thread)
    }

    /// A thread inherits its creator's mask: signals belong to the daemon's own threads, so none may land here.
    private static func withoutSignals<Result>(_ body: () -> Result) -> Result {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return body()
    }

    fileprivate static func enter(_ context: UnsafeMutableRawPointer) {
        Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
    }
}

/// A free function, since a closure made in a `@main` type would inherit the main actor and trap on another thread.
private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { DetachedThread.enter(context) }
    return nil
}
