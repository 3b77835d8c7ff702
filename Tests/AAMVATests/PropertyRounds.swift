import Foundation

/// How many seeds a property is tried with.
enum PropertyRounds {
    /// `SCANBRIDGE_PROPERTY_ROUNDS`: by how many times to multiply the ordinary count, which takes seconds. 1 where unset.
    static let factor =
        ProcessInfo.processInfo.environment["SCANBRIDGE_PROPERTY_ROUNDS"].flatMap { UInt64($0) } ?? 1

    /// The seeds from 0 on, in parts that run beside each other and fail by themselves.
    static func seeds(_ count: UInt64) -> [Range<UInt64>] {
        let part = count * factor / 4
        return (0..<4).map { $0 * part..<($0 + 1) * part }
    }
}
