import FoundationEssentials
import PointOfSale

/// A call's parameters as a JSON object in a file or on standard input, so that nothing of a person stands in the list of
/// processes.
struct ParameterFile: Decodable {
    let values: [String: ParameterValue]

    /// - Parameter path: `-` for standard input.
    static func read(_ path: String) throws(CommandFailure) -> [String: ParameterValue] {
        let text = try InputFile(path == "-" ? nil : path).readAll()
        guard let file = try? JSONDecoder().decode(ParameterFile.self, from: Data(text)) else {
            throw CommandFailure(
                "\(path): is no JSON object of texts, numbers, true and false", status: ExitStatus.usage)
        }
        return file.values
    }

    init(from decoder: any Decoder) throws {
        values = try [String: Value](from: decoder).mapValues(\.parameter)
    }

    private struct Value: Decodable {
        let parameter: ParameterValue

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                parameter = .text(text)
            } else if let boolean = try? container.decode(Bool.self) {
                parameter = .boolean(boolean)
            } else {
                parameter = .number(try container.decode(Decimal.self).description)
            }
        }
    }
}
