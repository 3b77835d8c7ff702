import AAMVA

extension PointOfSaleRequest {
    /// The contract's limits in characters; where its pages differ, the smaller.
    enum Limit {
        static let firstName = 35
        static let lastName = 50
        static let cardNumber = 16
        static let accountNumber = 14
        static let requestID = 150
        static let questionID = 5
        static let answer = 50
        /// Of bytes; not the contract's, which names none, but the longest scan.
        static let payload = RecordDecoder.limit
    }
}
