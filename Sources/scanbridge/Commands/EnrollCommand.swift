import ArgumentParser
import Devices
import Glibc
import Scanning
import UnixSignals

/// Makes a scanner of the device that answers.
struct EnrollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enroll",
        abstract:
            "Scan any barcode: finds the device that answered, and the udev rule that makes it a scanner.",
        discussion: """
            For a scanner that scanbridge doesn't find by itself. Scan a product's barcode, not a licence: what a \
            keyboard scanner types reaches the window that has the focus. Nothing that is scanned is kept or shown. \
            Prints the rule; as root it asks whether to write it.

            EXAMPLE
              sudo scanbridge enroll
            """)

    @Flag(help: "Write the rule without asking, and have udev apply it. Needs root.")
    var write = false

    @Flag(help: "Only print the rule, and what would be done.")
    var dryRun = false

    @Option(help: "How long to wait for a scan, such as 60s.", transform: Duration.parsed)
    var timeout = Duration.seconds(60)

    @Option(help: "The file of udev rules to add to.", completion: .file())
    var rules = LocalRulesFile.usualPath

    func validate() throws {
        if write, dryRun { throw ValidationError("--write or --dry-run, not both") }
    }

    func run() async throws {
        ProcessHardening.apply()
        let file = LocalRulesFile(path: rules)
        if write, !file.isWritable {
            throw CommandFailure(
                "may not write \(rules): run as root, and see that its directory is there",
                status: ExitStatus.permission)
        }
        let nodes = try Self.nodes(all: true)
        let node = try await answering(nodes)
        // At the question Ctrl-C ends the command as it does any.
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        guard let rule = LocalRule(for: node, among: nodes) else {
            preconditionFailure("only devices are listened to that a rule can be made for")
        }
        let enrolment = Enrolment(node: node, rule: rule, file: file)
        enrolment.explain()
        let isWanted = write || !dryRun && Self.isAtTerminal && file.isWritable && Self.isConfirmed(rules)
        try isWanted ? enrolment.perform() : enrolment.instruct()
    }

    /// The devices that udev knows: all that could be scanners, or those that are.
    static func nodes(all: Bool) throws(CommandFailure) -> [DeviceNode] {
        do {
            return try DeviceDirectory.nodes(all: all)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The device that somebody scans with.
    private func answering(_ nodes: [DeviceNode]) async throws -> DeviceNode {
        for node in nodes where node.isTagged { Console.complain("a scanner already: \(node.label)") }
        let loop = try DeviceLoop()
        defer { loop.stop() }
        let candidates = nodes.filter {
            ($0.standing == .unknown || $0.standing == .genericBridge)
                && LocalRule(for: $0, among: nodes) != nil
        }
        let search = ScannerSearch(among: candidates, on: loop)
        for (_, error) in search.refusals { Console.complain("not listened to: \(error.message)") }
        guard !search.nodes.isEmpty else { throw Self.nobodyToListenTo(search) }
        // Trapped before the terminal is changed, which Ctrl-C must not leave mute.
        let ends = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let terminal = MutedTerminal()
        defer { terminal.restore() }
        let answer: DeviceNode?
        do {
            answer = try await listen(search, until: ends)
        } catch {
            await search.close()
            throw error
        }
        await search.close()
        guard let node = answer else {
            for line in Self.grabs(of: search.nodes) { Console.complain(line) }
            throw CommandFailure(
                "nothing answered; is the scanner plugged in, and in a mode of docs/scanners.md? "
                    + "'scanbridge devices --all' shows what is there",
                status: ExitStatus.unavailable)
        }
        // What is still on its way to the terminal shall be dropped with the rest.
        try await Task.sleep(for: .milliseconds(500))
        return node
    }

    private func listen(
        _ search: ScannerSearch, until ends: UnixSignalsSequence
    ) async throws -> DeviceNode? {
        try await withThrowingTaskGroup(of: DeviceNode?.self) { group in
            group.addTask { [timeout] in
                await search.answer(within: timeout) {
                    for node in search.nodes { Console.complain("listening to \(node.label)") }
                    Console.complain("Scan a product's barcode now, not a licence. Ctrl-C ends.")
                } remark: { node, verdict in
                    let what = verdict == .typing ? "somebody types on it" : "it talks by itself"
                    Console.complain("\(node.label): \(what); going on")
                }
            }
            group.addTask {
                for await _ in ends { break }
                try Task.checkCancellation()
                throw CommandFailure("ended; nothing was changed", status: ExitStatus.unavailable)
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private static func nobodyToListenTo(_ search: ScannerSearch) -> CommandFailure {
        let isDenied = search.refusals.contains { if case .permission = $0.error { true } else { false } }
        return isDenied
            ? CommandFailure("no device may be listened to: run as root", status: ExitStatus.permission)
            : CommandFailure(
                "no device that could be a scanner is plugged in beside those named; "
                    + "plug it in, or see 'scanbridge devices --all'",
                status: ExitStatus.unavailable)
    }

    /// Who keeps keyboards from being heard.
    private static func grabs(of nodes: [DeviceNode]) -> [String] {
        guard let probe = try? SurroundingsProbe() else { return [] }
        return nodes.flatMap { node in
            probe.surroundings(of: node).conflicts.compactMap { conflict in
                guard case .grabbed = conflict else { return nil }
                return "\(node.label): \(conflict.explanation): \(conflict.cure(for: node))"
            }
        }
    }

    private static var isAtTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    private static func isConfirmed(_ file: String) -> Bool {
        Console.complain("Write it to \(file) and have udev apply it? [y/N]")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }
}
