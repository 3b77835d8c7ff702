import ArgumentParser
import TillSocket

/// What the running daemon says of itself.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What the running daemon says of itself: scanners, tills, scans by outcome, latencies.",
        discussion: """
            EXAMPLE
              scanbridge status --json
            """)

    @Option(help: "The daemon's till socket.")
    var socket = SocketSettings().path

    @Flag(help: "Print the daemon's answer as it is.")
    var json = false

    func run() throws {
        do throws(TillClientError) {
            let answer = try ask()
            Console.print(json ? String(decoding: answer.bytes, as: UTF8.self) : Self.text(answer.line))
        } catch {
            throw CommandFailure(error.description, status: error.exitStatus)
        }
    }

    private func ask() throws(TillClientError) -> (bytes: [UInt8], line: TillLine) {
        let client = try TillClient(path: socket)
        try client.send(#"{"type":"status"}"#)
        while let bytes = try client.nextLine() {
            guard let line = TillLine(bytes) else { continue }
            if line.type == "status" { return (bytes, line) }
            if line.isDenial { throw .denied(path: socket) }
            if line.type == "bye" { throw .dismissed(path: socket, message: line.text("message") ?? "") }
        }
        throw .unreachable(path: socket, errno: 0)
    }

    private static func text(_ status: TillLine) -> String {
        var rows: [(String, String)] = []
        rows.append(("uptime", "\(Int(status.number("uptime_s") ?? 0)) s"))
        rows.append(("tills", "\(Int(status.number("tills") ?? 0))"))
        for scanner in status.groups("scanners") {
            let model = scanner.text("model").map { ", \($0)" } ?? ""
            let state = "\(scanner.text("transport") ?? ""), \(scanner.text("state") ?? "")\(model)"
            rows.append(("scanner", "\(scanner.text("name") ?? ""): \(state)"))
            if let settings = WedgeSettingsText(scanner) { rows.append(("", settings.text)) }
        }
        if let scans = status.group("scans") {
            for (outcome, count) in scans.counts { rows.append((outcome, "\(count)")) }
            for (reason, count) in scans.group("scan_failed")?.counts ?? [] {
                rows.append(("scan_failed", "\(count) \(reason)"))
            }
        }
        if let latency = status.group("latency_ms"), let middle = latency.number("p50"),
            let tail = latency.number("p99")
        {
            rows.append(("latency", "\(middle) ms in the middle, \(tail) ms for 99 of 100"))
        }
        rows.append(("remote", status.group("remote")?.text("state") ?? "off"))
        return rows.map { $0.0.padded(to: 14) + $0.1 }.joined(separator: "\n")
    }
}
