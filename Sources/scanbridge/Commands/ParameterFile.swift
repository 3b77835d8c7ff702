import Scanning
import TillSocket

/// A call's parameters in a file or on standard input, so that nothing of a person stands in the list of processes.
enum ParameterFile {
    /// - Parameter path: of a JSON object; `-` for standard input.
    static func read(_ path: String) throws(CommandFailure) -> [String: CallParameter] {
        let text = try InputFile(path == "-" ? nil : path).readAll()
        guard let parameters = JSONValue(text).flatMap(CallParameters.init) else {
            throw CommandFailure(
                "\(path): is no JSON object of texts, numbers, true and false", status: ExitStatus.usage)
        }
        return parameters.values
    }
}
