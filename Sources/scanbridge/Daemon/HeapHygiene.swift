import Glibc

/// A heap that overwrites everything it frees, the small blocks too.
///
/// `M_PERTURB` alone isn't enough: glibc keeps small freed blocks in a cache of each thread and leaves in them what was
/// there, such as a name. Nothing but an environment variable that is read before `main` turns that cache off.
///
/// Source: The GNU C Library Reference Manual, "Memory Allocation Tunables".
enum HeapHygiene {
    private static let variable = "GLIBC_TUNABLES"
    private static let setting = "glibc.malloc.tcache_count=0"

    /// Starts this program anew, as the same process, unless it runs with the setting already. A machine where that fails
    /// is no reason to leave a shop without scanner: so no error.
    static func apply() {
        let present = getenv(variable).map { String(cString: $0) } ?? ""
        guard !present.contains(setting), let program = realpath("/proc/self/exe", nil) else { return }
        defer { free(program) }
        setenv(variable, present.isEmpty ? setting : "\(present):\(setting)", 1)
        execv(program, CommandLine.unsafeArgv)
    }
}
