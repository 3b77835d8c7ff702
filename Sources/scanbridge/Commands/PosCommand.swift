import AAMVA
import ArgumentParser
import Glibc
import PointOfSale
import Scanning

/// One call of the POS API with the daemon's credentials.
struct PosCommand: AsyncParsableCommand {
    enum Call: String, ExpressibleByArgument, CaseIterable {
        case search, lookup, verify
        case driversLicense = "driverslicense"
        case interest, close, token

        fileprivate var operation: PointOfSaleCall {
            switch self {
            case .search: .search
            case .lookup: .lookup
            case .verify: .verify
            case .driversLicense: .driversLicense
            case .interest: .interest
            case .close: .close
            case .token: .token
            }
        }
    }

    /// Nobody stands at the till: the API may take its time.
    private static let patience = Duration.seconds(30)

    static let configuration = CommandConfiguration(
        commandName: "pos",
        abstract: "One call of the POS API, with the daemon's credentials.",
        discussion: """
            Prints the answer as JSON. The parameters have the API's own names. On a command line they are seen by \
            whoever lists the processes: --params takes them from a file or from standard input. close asks first, and \
            needs pos_api.allow_close: true as well.

            Ends with 1 if the API refuses the call, 64 if a parameter is wrong, 69 if the API can't be reached, 77 if \
            it doesn't know the client.

            EXAMPLE
              scanbridge pos token
              scanbridge pos search --first-name John --last-name Smith --dob 1974-05-15
              scanbridge pos lookup --params - <<< '{"account_number": "12345678901234"}'
              scanbridge pos driverslicense payload.txt
            """)

    @Argument(help: "search, lookup, verify, driverslicense, interest, close or token.")
    var call: Call

    @Argument(
        help: "driverslicense: the licence's payload; standard input if there is none.", completion: .file())
    var file: String?

    @OptionGroup var parameters: PosParameters

    @Option(help: "A file with the parameters as a JSON object; - is standard input.", completion: .file())
    var params: String?

    @Option(help: "The configuration file; its drop-ins are in conf.d beside it.", completion: .file())
    var config: String?

    @Flag(help: "close: don't ask.")
    var yes = false

    /// The same command line with hyphens where `pos` was given the API's own spelling, such as `--first_name`.
    static func hyphenated(_ arguments: [String]) -> [String] {
        guard arguments.first == configuration.commandName else { return arguments }
        return arguments.map { argument in
            guard argument.hasPrefix("--") else { return argument }
            let name = argument.prefix { $0 != "=" }
            return String(name.replacing("_", with: "-") + argument[name.endIndex...])
        }
    }

    func validate() throws {
        guard file == nil || call == .driversLicense else {
            throw ValidationError(
                "only driverslicense takes a file; give parameters as options, or with --params")
        }
    }

    func run() async throws {
        let configuration = try ConfigurationLoader(namedFile: config).load()
        let request = try request()
        if call == .close { try confirmClosing(configuration) }
        let settings = try PointOfSaleSettings(
            configuration, file: config ?? ConfigurationLoader.defaultFile)
        let client = try PointOfSaleClient.make(settings)
        let answer = await answer(of: client, to: request)
        await client.shutdown()
        Console.print(String(decoding: try answer.get(), as: UTF8.self))
    }

    private func answer(
        of client: PointOfSaleClient, to request: PointOfSaleRequest
    ) async -> Result<[UInt8], CommandFailure> {
        do throws(PointOfSaleError) {
            return .success(
                try await client.perform(request, reference: .random(), deadline: .now + Self.patience))
        } catch {
            return .failure(CommandFailure(error))
        }
    }

    private func request() throws(CommandFailure) -> PointOfSaleRequest {
        var values = parameters.values
        if let params {
            for (name, value) in try ParameterFile.read(params) { values[name] = value }
        }
        if call == .driversLicense { values["code"] = .text(try payload()) }
        do throws(ParameterError) {
            return try PointOfSaleRequest(call.operation, parameters: values)
        } catch {
            throw CommandFailure(error.description, status: ExitStatus.usage)
        }
    }

    /// What the daemon would send of the file's licence.
    private func payload() throws(CommandFailure) -> String {
        let read = try InputFile(file).readAll()
        guard case .record(.success(let record)) = RecordDecoder.decode(read) else {
            throw CommandFailure(
                "holds no single licence that could be sent; see 'scanbridge decode --format explain'",
                status: ExitCode.failure)
        }
        return String(decoding: record.redactedPayload, as: UTF8.self)
    }

    /// Closing can't be undone.
    private func confirmClosing(_ configuration: Configuration) throws(CommandFailure) {
        guard configuration.pointOfSaleAPI.allowsClose else {
            throw CommandFailure(
                "closing accounts is not allowed here; say pos_api.allow_close: true in the configuration",
                status: ExitStatus.configuration)
        }
        guard !yes else { return }
        guard isatty(STDIN_FILENO) == 1, params != "-" else {
            throw CommandFailure("nobody is there to be asked; say --yes", status: ExitStatus.usage)
        }
        Console.complain("This closes the account for good. Type yes to go on.")
        guard readLine() == "yes" else {
            throw CommandFailure("nothing was closed", status: ExitCode.failure)
        }
    }
}
