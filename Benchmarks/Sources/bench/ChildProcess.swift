import CBench
import Glibc

/// A process that was started here, and ends with its last reference.
final class ChildProcess {
    let id: pid_t

    init(_ executable: String, _ arguments: [String]) throws(BenchError) {
        var words = ([executable] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        id = cbench_start(executable, words)
        guard id > 0 else { throw .call("fork", executable) }
    }

    deinit {
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
        // Looked at, not taken away: its number stays its own until `deinit`.
        return waitid(P_PID, id_t(id), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_signo == SIGCHLD
    }
}
