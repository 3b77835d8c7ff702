import CLinux
import Glibc

/// What keeps card data inside this process when things go wrong.
public enum ProcessHardening {
    /// Glibc overwrites what is freed (M_PERTURB) only where it doesn't keep it at hand for the next allocation of that
    /// size in this thread (tcache), as it does with everything of a licence's size; and that can be turned off only from
    /// outside.
    static let tunable = "glibc.malloc.tcache_count=0"

    /// Overwrites memory as it is freed, and forbids core dumps and debuggers of the same user.
    ///
    /// To be called first of all: unless the environment's GLIBC_TUNABLES has `glibc.malloc.tcache_count=0`, as the systemd
    /// unit sets it, the program is started anew with it, as the same process with the same arguments and descriptors.
    ///
    /// Throws no error: a shop is better served by a scanner than by none where one of these is not to be had.
    public static func apply() {
        _ = clinux_forbid_core_dumps()
        startAnewWithoutCache()
        _ = clinux_overwrite_freed_memory()
    }

    /// Doesn't return if it succeeds.
    private static func startAnewWithoutCache() {
        let present = getenv("GLIBC_TUNABLES").map { String(cString: $0) } ?? ""
        if present.split(separator: ":").contains(tunable[...]) { return }
        setenv("GLIBC_TUNABLES", present.isEmpty ? tunable : "\(present):\(tunable)", 1)
        guard let program = realpath("/proc/self/exe", nil) else { return }
        execv(program, CommandLine.unsafeArgv)
        free(program)
    }
}
