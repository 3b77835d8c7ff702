import PointOfSale
import Scanning

extension CallOutcome {
    init(_ error: PointOfSaleError) {
        let fields = error.fields.isEmpty ? "" : " Refused: \(error.fields.joined(separator: ", "))."
        self = .failed(CallFailure(code: error.code, message: error.message + fields))
    }

    init(_ error: ParameterError) {
        self = .failed(CallFailure(code: "bad_parameter", message: error.description))
    }
}

extension PointOfSaleCall {
    init(_ call: TillCall) {
        self =
            switch call {
            case .search: .search
            case .lookup: .lookup
            case .verify: .verify
            case .interest: .interest
            case .close: .close
            }
    }
}
