import ArgumentParser
import PointOfSale

extension CommandFailure {
    /// - The API can't be asked: 69, or 77 where it doesn't know the client. It refuses: 1.
    init(_ error: PointOfSaleError) {
        let status: ExitCode =
            switch PointOfSaleError.Own(rawValue: error.code) {
            case .configuration: ExitStatus.configuration
            case .unauthorized, .forbidden: ExitStatus.permission
            default: error.isUnavailable ? ExitStatus.unavailable : ExitCode.failure
            }
        let fields = error.fields.isEmpty ? "" : " (\(error.fields.joined(separator: ", ")))"
        self.init("\(error.code): \(error.message)\(fields)", status: status)
    }
}
