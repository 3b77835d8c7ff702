import Glibc

/// Another process's memory, as root may read it.
///
/// Source: proc(5), `/proc/PID/maps` and `/proc/PID/mem`.
struct ProcessMemory {
    let process: pid_t

    /// Which of the words stand in what malloc(3) gives out, as text of one byte a character.
    func heapHolds(_ words: [String]) throws -> Set<String> {
        let memory = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
        guard memory >= 0 else { throw TestTrouble.call("open", "/proc/\(process)/mem", errno) }
        defer { close(memory) }
        var found: Set<String> = []
        for region in try heaps() {
            var bytes = [UInt8](repeating: 0, count: region.count)
            let count = pread(memory, &bytes, bytes.count, off_t(region.lowerBound))
            guard count > 0 else { continue }
            for word in words where !found.contains(word) && bytes.prefix(count).holds(Array(word.utf8)) {
                found.insert(word)
            }
        }
        return found
    }

    private func heaps() throws -> [Range<Int>] {
        let maps = open("/proc/\(process)/maps", O_RDONLY | O_CLOEXEC)
        guard maps >= 0 else { throw TestTrouble.call("open", "/proc/\(process)/maps", errno) }
        return try LineReader(maps).rest().compactMap { line in
            let words = line.split(separator: " ")
            let ends = words[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard words[1].hasPrefix("rw"), ends.count == 2 else { return nil }
            // glibc puts a thread's heap at a multiple of 64 MiB, and nothing else there.
            let isHeap = words.last == "[heap]" || words.count == 5 && ends[0].isMultiple(of: 64 << 20)
            return isHeap ? ends[0]..<ends[1] : nil
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func holds(_ word: [UInt8]) -> Bool {
        withUnsafeBytes { bytes in
            guard var place = bytes.baseAddress else { return false }
            let end = place + (bytes.count - word.count)
            while place <= end, let next = memchr(place, Int32(word[0]), end - place + 1) {
                if memcmp(next, word, word.count) == 0 { return true }
                place = UnsafeRawPointer(next + 1)
            }
            return false
        }
    }
}
