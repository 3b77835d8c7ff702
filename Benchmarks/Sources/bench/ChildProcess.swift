import CBench
import Glibc

/// A process that was started here; it ends with its last reference, if not before.
final class ChildProcess {
    let id: pid_t
    private var isRunning = true

    init(_ executable: String, _ arguments: [String]) throws(BenchError) {
        var words = ([executable] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        id = cbench_start(executable, words)
        guard id > 0 else { throw .call("fork", executable) }
    }

    deinit { end() }

    /// Asks it to end, and returns once it has; it is given two seconds. A second call does nothing.
    func end() {
        guard isRunning else { return }
        isRunning = false
        defer { cbench_forget(id) }
        kill(id, SIGTERM)
        for _ in 0..<200 {
            if waitpid(id, nil, WNOHANG) != 0 { return }
            usleep(10_000)
        }
        kill(id, SIGKILL)
        waitpid(id, nil, 0)
    }

    /// Whether it has ended by itself.
    var hasEnded: Bool {
        var state = siginfo_t()
        // Looked at, not taken away: its number stays its own until `end`.
        return waitid(P_PID, id_t(id), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_signo == SIGCHLD
    }
}
