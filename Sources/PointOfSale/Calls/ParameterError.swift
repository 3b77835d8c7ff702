/// What is wrong with a call's parameters. It names the parameter and never its value.
public struct ParameterError: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        case missing
        /// The call has no such parameter.
        case unknown
        /// What is wanted, such as `1 to 14 digits`.
        case form(String)
        /// Why it may not be there, such as `only with format security_question`.
        case misplaced(String)
    }

    public let parameter: String
    public let problem: Problem

    public init(_ parameter: String, _ problem: Problem) {
        self.parameter = parameter
        self.problem = problem
    }
}

extension ParameterError: CustomStringConvertible {
    public var description: String {
        switch problem {
        case .missing: "\(parameter): missing"
        case .unknown: "unknown parameter; this call has none of that name"
        case .form(let wanted): "\(parameter): want \(wanted)"
        case .misplaced(let rule): "\(parameter): \(rule)"
        }
    }
}
