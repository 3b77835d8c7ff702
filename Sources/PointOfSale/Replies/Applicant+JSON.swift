import Scanning

extension Applicant {
    /// A driverslicense reply's fields as they came; `nil` members, and any that aren't text, are absent.
    init(_ json: JSONValue) {
        self.init()
        for field in Field.allCases {
            guard let text = json[field.rawValue]?.text else { continue }
            self[field] = text
        }
    }
}
