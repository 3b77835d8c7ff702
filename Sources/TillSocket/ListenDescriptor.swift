import Glibc

/// A socket handed over by the service manager.
///
/// Source: `sd_listen_fds(3)`: LISTEN_PID is the process it is meant for, LISTEN_FDS how many there are, from
/// descriptor 3 on, and LISTEN_FDNAMES their names, separated by colons.
public struct ListenDescriptor: Hashable, Sendable {
    static let first: Int32 = 3

    public let descriptor: Int32
    /// The unit's FileDescriptorName=, by default the socket unit's name.
    public let name: String

    /// What this process was given; empty without socket activation.
    public static func inherited() throws(TillSocketError) -> [ListenDescriptor] {
        func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        return try parse(
            count: variable("LISTEN_FDS"), process: variable("LISTEN_PID"), names: variable("LISTEN_FDNAMES"),
            ownProcess: getpid())
    }

    static func parse(
        count: String?, process: String?, names: String?, ownProcess: Int32
    ) throws(TillSocketError) -> [ListenDescriptor] {
        guard let count, let process else { return [] }
        guard let process = Int32(process) else { throw .invalidListenEnvironment(variable: "LISTEN_PID") }
        // Meant for a parent: its variables were passed on, its descriptors were not.
        guard process == ownProcess else { return [] }
        guard let count = Int32(count), (0...1024).contains(count) else {
            throw .invalidListenEnvironment(variable: "LISTEN_FDS")
        }
        let names = names?.split(separator: ":", omittingEmptySubsequences: false).map { String($0) } ?? []
        return (0..<count).map { index in
            let name = names.indices.contains(Int(index)) ? names[Int(index)] : ""
            return ListenDescriptor(descriptor: first + index, name: name.isEmpty ? "unknown" : name)
        }
    }

    /// The socket's path; throws unless it is a listening Unix stream socket with one. Children won't inherit it.
    func path() throws(TillSocketError) -> String {
        func option(_ name: Int32) -> Int32? {
            var value: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
        }
        guard option(SO_TYPE) == Int32(SOCK_STREAM.rawValue), option(SO_ACCEPTCONN) == 1,
            let path = UnixSocketAddress.path(of: descriptor)
        else { throw .notAListener(name: name, descriptor: descriptor) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return path
    }

    /// Which configured socket is served by which descriptor: one of the same path, else those left over on both
    /// sides in order. `nil` is a socket that the process has to make itself.
    static func pair(
        _ descriptors: [ListenDescriptor], with paths: [String]
    ) throws(TillSocketError) -> [ListenDescriptor?] {
        guard descriptors.count <= paths.count else {
            throw .tooManyDescriptors(given: descriptors.count, configured: paths.count)
        }
        var left: [(descriptor: ListenDescriptor, path: String)] = []
        for descriptor in descriptors { left.append((descriptor, try descriptor.path())) }
        var paired = paths.map { path in
            left.firstIndex { $0.path == path }.map { left.remove(at: $0).descriptor }
        }
        for index in paired.indices where paired[index] == nil && !left.isEmpty {
            paired[index] = left.removeFirst().descriptor
        }
        return paired
    }
}
