/// A subfile's two-letter type: `DL`, `ID`, `EN`, or `Z` and the first letter of a jurisdiction's name.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D.12.4, "Subfile designator".
public struct SubfileType: Hashable, Sendable {
    /// The two bytes, the first in the upper eight bits.
    public let packed: UInt16

    public init(_ first: UInt8, _ second: UInt8) {
        packed = UInt16(first) << 8 | UInt16(second)
    }

    public init(_ code: StaticString) {
        precondition(code.utf8CodeUnitCount == 2, "a subfile type has two letters")
        self.init(code.utf8Start[0], code.utf8Start[1])
    }

    public static let driverLicense = SubfileType("DL")
    public static let identificationCard = SubfileType("ID")
    public static let enhancedDriverLicense = SubfileType("EN")

    /// Whether a jurisdiction defines the content itself.
    public var isJurisdictionSpecific: Bool { UInt8(packed >> 8) == UInt8(ascii: "Z") }

    public var code: String { String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self) }
}

extension SubfileType: CustomStringConvertible {
    public var description: String { code }
}
