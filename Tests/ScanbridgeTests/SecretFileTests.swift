import ArgumentParser
import Glibc
import Testing

@testable import scanbridge

@Suite struct SecretFileTests {
    /// A folder with a secret in it, gone with the test.
    private final class Folder {
        let path: String

        init(_ secret: String = "s3cret", mode: mode_t = 0o600) throws {
            var template = Array("/tmp/scanbridge-secret-XXXXXX".utf8CString)
            try #require(mkdtemp(&template) != nil)
            path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            defer { close(descriptor) }
            let bytes = Array(secret.utf8)
            try #require(write(descriptor, bytes, bytes.count) == bytes.count)
            try #require(fchmod(descriptor, mode) == 0)
        }

        deinit {
            unlink(file)
            rmdir(path)
        }

        var file: String { path + "/secret" }

        func read() throws(CommandFailure) -> String {
            try SecretFile(name: file, credentials: nil, configuration: "").read()
        }
    }

    private func failure(_ folder: Folder) -> CommandFailure? {
        do {
            _ = try folder.read()
            return nil
        } catch {
            return error
        }
    }

    @Test func `an absolute name is the file's path, whatever credentials there are`() {
        let file = SecretFile(name: "/etc/s", credentials: "/run/c", configuration: "/etc/a/b.yaml")
        #expect(file.path == "/etc/s")
    }

    @Test func `a relative name is one of systemd's credentials`() {
        let file = SecretFile(name: "s", credentials: "/run/c", configuration: "/etc/a/b.yaml")
        #expect(file.path == "/run/c/s")
    }

    @Test func `without credentials a relative name is a file beside the configuration`() {
        #expect(SecretFile(name: "s", credentials: nil, configuration: "/etc/a/b.yaml").path == "/etc/a/s")
        #expect(SecretFile(name: "s", credentials: nil, configuration: "b.yaml").path == "./s")
    }

    @Test(arguments: ["s3cret", "s3cret\n", "s3cret\r\n", " s3cret \n\n"])
    func `blanks and line ends around a secret are none of it`(text: String) throws {
        #expect(try Folder(text).read() == "s3cret")
    }

    @Test(arguments: ["", "\n", "two words", "s\u{0}", "sécret", String(repeating: "s", count: 1025)])
    func `what can be no secret is a configuration error`(text: String) throws {
        #expect(failure(try Folder(text))?.status == ExitStatus.configuration)
    }

    @Test func `a secret of 1024 bytes is taken`() throws {
        #expect(try Folder(String(repeating: "s", count: 1024)).read().utf8.count == 1024)
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o601] as [mode_t])
    func `a file that is open to others is refused, with the cure`(mode: mode_t) throws {
        let folder = try Folder(mode: mode)
        let failure = try #require(self.failure(folder))
        #expect(failure.status == ExitStatus.configuration)
        #expect(failure.description.contains("chmod 600 \(folder.file)"))
    }

    @Test func `what systemd keeps is taken as systemd made it`() throws {
        let folder = try Folder(mode: 0o440)
        #expect(
            try SecretFile(name: "secret", credentials: folder.path, configuration: "").read() == "s3cret")
    }

    @Test func `a missing file is a configuration error`() {
        let file = SecretFile(name: "/nonexistent/secret", credentials: nil, configuration: "")
        #expect(throws: CommandFailure.self) { try file.read() }
    }

    @Test func `a folder is no secret`() throws {
        let file = SecretFile(name: "/tmp", credentials: nil, configuration: "")
        #expect(throws: CommandFailure.self) { try file.read() }
    }

    @Test func `no error quotes the file`() throws {
        let failure = try #require(self.failure(try Folder("two words")))
        #expect(!failure.description.contains("words"))
    }
}
