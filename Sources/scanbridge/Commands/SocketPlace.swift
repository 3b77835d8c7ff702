import Glibc

/// Where a till socket is to be, and what is wrong with the place.
struct SocketPlace {
    let path: String
    let group: String

    var findings: [String] {
        var findings: [String] = []
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        let directory = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
        if access(directory, F_OK) != 0 {
            findings.append(
                "\(path): its directory is missing; create \(directory), or install the systemd units")
        } else if access(path, F_OK) != 0, access(directory, W_OK) != 0 {
            findings.append(
                "\(path): this user may not write to \(directory); run the check as the daemon's user")
        }
        if getgrnam(group) == nil {
            findings.append(
                "\(path): there is no group \(group), so only the daemon's own user may connect; create it")
        }
        return findings
    }
}
