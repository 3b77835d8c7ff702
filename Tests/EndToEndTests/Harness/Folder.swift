import Foundation

/// A temporary folder, gone with its last reference. Its path is short, as a socket's must be.
final class Folder {
    let path: String

    /// Everybody may use it, so that a daemon may run as another user.
    init() throws {
        var template = Array("/tmp/scanbridge-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestTrouble.call("mkdtemp", "/tmp", errno) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        chmod(path, 0o777)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file whose text may name the folder as `FOLDER`; folders on its way are made.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.replacing("FOLDER", with: path).utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return path(name)
    }

    /// A command for a user who is nobody, and who may not look into the folder where the program was built.
    func asOrdinaryUser(_ command: [String]) throws -> [String] {
        let copy = path("scanbridge")
        // By another process: a file that this one writes to can't be run while a third is being started by it.
        guard try Program(["cp", command[0], copy]).finish() == 0 else {
            throw TestTrouble("can't copy the program")
        }
        return ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", copy]
            + command.dropFirst()
    }
}
