import Devices
import FoundationEssentials
import Glibc
import Scanning

/// What scans have shown of each wedge's settings, kept in the state directory from one start to the next.
///
/// Nothing of a person is in it: scanners, their layouts, and how many licences have confirmed these.
struct ScannerMemory {
    /// One scanner's entry in the file.
    struct Entry: Codable, Hashable {
        struct Profile: Codable, Hashable {
            var layout: String
            var capsLock: Bool
            var controlCharacters: String?
        }

        var profiles: [Profile]
        var scans: Int
        /// The day of the last scan, `YYYY-MM-DD`.
        var date: String
    }

    /// Where the shipped unit has its state directory.
    static let usualDirectory = "/var/lib/scanbridge"

    /// `nil` where there is no state directory: what is found lasts as long as the daemon.
    private let path: String?
    private var entries: [String: Entry] = [:]

    /// Reads what there is.
    ///
    /// - Parameter directory: As systemd names it in `STATE_DIRECTORY`; `nil` for none.
    /// - Returns: and what is wrong with the file: it is then as if there were none, and overwritten with the next licence.
    static func read(in directory: String?) -> (memory: ScannerMemory, trouble: String?) {
        guard let directory = directory?.split(separator: ":").first else {
            return (ScannerMemory(path: nil), nil)
        }
        var memory = ScannerMemory(path: "\(directory)/scanners.json")
        guard let path = memory.path, let data = try? Data(contentsOf: URL(filePath: path)) else {
            return (memory, nil)
        }
        guard let entries = try? decoder.decode([String: Entry].self, from: data) else {
            return (memory, "\(path) can't be read as scanners' settings; they will be found anew")
        }
        memory.entries = entries
        return (memory, nil)
    }

    private init(path: String?) {
        self.path = path
    }

    /// What is known of a scanner; `nil` where nothing is, or nothing that makes sense.
    func standing(of scanner: String) -> WedgeStanding? {
        guard let entry = entries[scanner], !entry.profiles.isEmpty, entry.scans > 0 else { return nil }
        let profiles = entry.profiles.map {
            WedgeProfile(
                layout: $0.layout, capsLock: $0.capsLock,
                controlCharacters: $0.controlCharacters.flatMap(ControlCharacters.init(rawValue:)))
        }
        return WedgeStanding(profiles: profiles, scans: entry.scans)
    }

    /// What is known of the scanner that has this node, whether the daemon found it or was told its path.
    func standing(of node: DeviceNode) -> WedgeStanding? {
        ([node.identity, node.path] + node.links).lazy.compactMap(standing(of:)).first
    }

    /// Notes what is known now, and writes the file anew.
    ///
    /// - Returns: why the file could not be written.
    mutating func note(_ standing: WedgeStanding, of scanner: String, on date: String) -> String? {
        let profiles = standing.profiles.map {
            Entry.Profile(
                layout: $0.layout, capsLock: $0.capsLock, controlCharacters: $0.controlCharacters?.rawValue)
        }
        entries[scanner] = Entry(profiles: profiles, scans: standing.scans, date: date)
        guard let path else { return nil }
        do {
            try Self.replace(path, with: Self.encoder.encode(entries))
            return nil
        } catch {
            return "\(path) can't be written, so scanners' settings are lost with the next start: \(error)"
        }
    }

    /// A file of another name takes the old one's place, so that a loss of power leaves one of them whole.
    private static func replace(_ path: String, with data: Data) throws {
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemFault(call: "open", errno: errno) }
        let written = data.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        let isWhole = written == data.count && fsync(file) == 0
        let fault = SystemFault(call: "write", errno: errno)
        close(file)
        guard isWhole else { throw fault }
        guard rename(draft, path) == 0 else { throw SystemFault(call: "rename", errno: errno) }
    }

    private struct SystemFault: Error, CustomStringConvertible {
        let call: String
        let errno: Int32
        var description: String { "\(call): \(String(cString: strerror(errno)))" }
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }
}
