/// Who makes an applicant of a licence: the configuration's `decode.mode`.
public enum DecodeMode: String, Hashable, Sendable, CaseIterable {
    /// This machine.
    case local
    /// The endpoint; this machine stands in where that can't answer.
    case remote
    /// The endpoint alone.
    case remoteOnly = "remote-only"
}
