import Glibc

/// How many seeds a property is tried with.
public enum PropertyRounds {
    /// `SCANBRIDGE_PROPERTY_ROUNDS`: by how many times to multiply the ordinary count, which takes seconds. 1 where unset.
    public static let factor =
        getenv("SCANBRIDGE_PROPERTY_ROUNDS").flatMap { UInt64(String(cString: $0)) } ?? 1

    /// The seeds from 0 on.
    public static func seeds(upTo count: UInt64) -> Range<UInt64> { 0..<count * factor }

    /// The seeds from 0 on, in four parts that run beside each other and fail by themselves.
    public static func parts(upTo count: UInt64) -> [Range<UInt64>] {
        let part = count * factor / 4
        return (0..<4).map { $0 * part..<($0 + 1) * part }
    }
}
