import Logging
import Scanning

extension TillMessage {
    /// What a log may say of a message: kind, scan, scanner, reason and time; never what was scanned.
    func outline(latency: Duration) -> Logger.Metadata {
        var outline: Logger.Metadata = ["latency": "\(latency)"]
        outline["scan"] = scan.map { "\($0.text)" }
        outline["scanner"] = scanner.map { "\($0)" }
        switch self {
        case .reading: outline["outcome"] = "reading"
        case .applicant(let line):
            outline["outcome"] = "applicant"
            outline["warnings"] = "\(line.warnings.map(\.code.rawValue).joined(separator: ","))"
        case .scanFailed(_, _, _, let failure): outline["outcome"] = "\(failure.reason.rawValue)"
        case .repeated: outline["outcome"] = "repeated"
        case .barcode: outline["outcome"] = "barcode"
        default: break
        }
        return outline
    }
}
