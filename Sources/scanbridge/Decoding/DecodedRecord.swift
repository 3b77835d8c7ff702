import AAMVA

/// What the `decode` command shows of one record.
enum DecodedRecord {
    case whole(Record)
    /// The shape is given where the payload is all of one thing.
    case failed(DecodeError, PayloadShape?)
    /// A record that ended early, as far as it goes, with the error that it makes.
    case cut(Record, DecodeError)

    /// - Parameter fragment: what there is of a record that was cut.
    init(_ result: Result<Record, DecodeError>, fragment: Record? = nil, shape: PayloadShape? = nil) {
        switch (result, fragment) {
        case (.success(let record), _): self = .whole(record)
        case (.failure(let error), let fragment?): self = .cut(fragment, error)
        case (.failure(let error), nil): self = .failed(error, shape)
        }
    }
}
