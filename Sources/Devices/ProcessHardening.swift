import CLinux

/// What keeps card data inside this process when things go wrong.
public enum ProcessHardening {
    /// Overwrites memory as it is freed, and forbids core dumps and debuggers of the same user.
    ///
    /// Call it first: memory allocated before is overwritten as well when freed, but a crash before would dump. Doesn't fail
    /// in practice, and a daemon that can't be debugged less is no reason to leave a shop without scanner: so no error.
    public static func apply() {
        _ = clinux_overwrite_freed_memory()
        _ = clinux_forbid_core_dumps()
    }
}
