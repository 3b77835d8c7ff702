import ArgumentParser
import Devices
import PointOfSale
import Scanning
import TillSocket

/// Is everything as it must be, and what would mend it.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Is the configuration right, are the devices reachable, do permissions fit.",
        discussion: """
            Each finding comes with its cure. Ends with 0 if all is well, 1 if there are findings, 78 if the \
            configuration is wrong.

            EXAMPLE
              scanbridge check --config ./scanbridge.yaml
            """)

    @OptionGroup var options: ServeOptions

    @Flag(help: "Ask the POS API for a token: do the credentials work?")
    var online = false

    func run() async throws {
        let configuration = try options.configuration()
        Console.print("configuration: right")
        let survey = try DeviceSurvey()
        var findings =
            socketFindings(configuration) + namedDeviceFindings(survey) + deviceFindings(survey)
            + keyboardFindings(configuration, survey.nodes)
        if online || configuration.asksPointOfSale {
            findings += try await pointOfSaleFindings(configuration)
        }
        for finding in findings { Console.print("finding: \(finding)") }
        guard findings.isEmpty else { throw ExitCode(1) }
        Console.print("no findings")
    }

    private func socketFindings(_ configuration: Configuration) -> [String] {
        configuration.sockets.flatMap { socket in
            SocketPlace(path: socket.path, group: socket.group).findings
        }
    }

    private func namedDeviceFindings(_ survey: DeviceSurvey) -> [String] {
        options.namedDevices.flatMap { device -> [String] in
            switch DeviceAccess.check(device.path, writing: device.kind != .keyboard) {
            case .granted:
                // One that is no udev device, such as a pseudo-terminal, has holders like any other.
                let node =
                    survey.nodes.first { $0.path == device.path || $0.links.contains(device.path) }
                    ?? DeviceNode(
                        sysPath: "", path: device.path, transport: device.kind.transport, isTagged: false)
                return survey.finding(node, isNamed: true).cures.map { "\(device.path): \($0)" }
            case .denied(let group):
                return ["\(device.path): may not be opened; join the group \(group ?? "that owns it")"]
            case .missing: return ["\(device.path): is not there; plug the scanner in or correct the path"]
            }
        }
    }

    /// The client's secret must be there in any case; whether it is right only the API can tell.
    private func pointOfSaleFindings(_ configuration: Configuration) async throws(CommandFailure) -> [String]
    {
        let settings: PointOfSaleSettings
        do throws(CommandFailure) {
            settings = try PointOfSaleSettings(configuration, file: options.configurationFile)
        } catch {
            guard error.status == ExitStatus.permission else { throw error }
            return [error.description]
        }
        guard online else { return [] }
        let client = try PointOfSaleClient.make(settings)
        defer { Console.print("POS API: \(settings.address.text)") }
        let finding = await tokenFinding(client)
        await client.shutdown()
        return finding
    }

    private func tokenFinding(_ client: PointOfSaleClient) async -> [String] {
        do {
            let request = try PointOfSaleRequest(.token, parameters: [:])
            _ = try await client.perform(request, reference: .random(), deadline: .now + .seconds(30))
            return []
        } catch {
            return ["POS API: \((error as? PointOfSaleError)?.message ?? "\(error)")"]
        }
    }

    /// Whether barcodes can be typed, where there is a scanner whose barcodes are.
    private func keyboardFindings(_ configuration: Configuration, _ nodes: [DeviceNode]) -> [String] {
        let named = options.namedDevices.filter { $0.kind == .keyboard }.map(configuration.entry(for:))
        let found = nodes.filter { $0.isTagged && $0.transport == .evdev }.map(configuration.entry(for:))
        guard (named + found).contains(where: { $0.typesBarcodes(.evdev) }) else { return [] }
        return VirtualKeyboard.remedy.map { ["barcodes are published, not typed: \($0)"] } ?? []
    }

    private func deviceFindings(_ survey: DeviceSurvey) -> [String] {
        let scanners = survey.nodes.filter(\.isTagged)
        Console.print("scanners found by udev: \(scanners.count)")
        let bridges = survey.nodes.filter { $0.standing == .claimedBridge }
        let problems = (scanners + bridges).map { survey.finding($0) }.filter(\.isProblem)
            .flatMap { finding in finding.cures.map { "\(finding.node.path): \($0)" } }
        guard !scanners.isEmpty || !options.namedDevices.isEmpty else {
            return problems + [
                "no scanner is plugged in that udev tags; plug one in, or see 'scanbridge devices --all'"
            ]
        }
        return problems
    }
}
