import CLinux

/// The memory that a daemon's start has taken and its days don't need.
public enum StartMemory {
    /// Gives the executable's pages back to the kernel.
    ///
    /// A start reads through most of the executable once, since the runtime looks for what conforms to what, and through
    /// code that never runs again. What is needed later comes back, unread from the disk, in the first scan's course.
    public static func giveBack() { clinux_unmap_used_code() }
}
