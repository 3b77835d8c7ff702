/// A daemon at work with its scanners, in a folder of its own: what most tests begin with.
final class Shop {
    let folder: Folder
    let scanners: [Scanner]
    private(set) var daemon: Daemon
    private let arguments: [String]

    /// Makes scanners at links of these names, plugs them in, starts the daemon, and waits until it serves tills.
    ///
    /// - Parameter configuration: may name the folder as `FOLDER`; the first socket's path is `FOLDER/till.sock` in any
    ///   case.
    init(
        _ configuration: String = "", scanners names: [String] = ["front"], pluggedIn: Bool = true,
        as user: Daemon.User = .own
    ) throws {
        let folder = try Folder()
        self.folder = folder
        scanners = try names.map { try Scanner(link: folder.path($0), isPluggedIn: pluggedIn) }
        let file = try folder.write(configuration, to: "scanbridge.yaml")
        arguments =
            ["--config", file, "--socket", folder.path("till.sock")]
            + scanners.flatMap { ["--serial", $0.link] }
        daemon = try Daemon(folder, arguments, as: user)
        try daemon.waitUntilReady()
    }

    /// The first scanner.
    var scanner: Scanner { scanners[0] }

    /// A till that has been greeted.
    func till(at socket: String = "till.sock") throws -> Till {
        let till = try unreadTill(at: socket)
        try till.next("hello")
        return till
    }

    /// A till that has read nothing yet.
    func unreadTill(at socket: String = "till.sock") throws -> Till {
        try Till(folder.path(socket), daemon: daemon)
    }

    /// Starts the daemon again after its end.
    func restart() throws {
        daemon = try Daemon(folder, arguments)
        try daemon.waitUntilReady()
    }
}
