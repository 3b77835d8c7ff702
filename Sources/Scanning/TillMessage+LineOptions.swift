extension TillMessage {
    /// What one socket adds to a message, or leaves out of it.
    public struct LineOptions: Hashable, Sendable {
        /// The line's `seq`, for a numbered message.
        public var sequence: UInt64?
        /// The applicant's keys that the socket shows; empty: all.
        public var fields: [Applicant.Field]
        /// Whether the socket shows every decoded element.
        public var document: Bool

        public init(sequence: UInt64? = nil, fields: [Applicant.Field] = [], document: Bool = false) {
            self.sequence = sequence
            self.fields = fields
            self.document = document
        }
    }
}
