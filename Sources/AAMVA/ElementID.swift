/// A data element's identifier: three bytes, such as `DAQ` for the customer's ID number.
///
/// The first letter is `D` or `P` for the standard's elements; jurisdictions define their own under `Z`.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D.12.5, "Data elements".
public struct ElementID: Hashable, Sendable {
    /// The three bytes, the first in bits 16 to 23.
    public let packed: UInt32

    public init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        packed = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }

    init(packed: UInt32) { self.packed = packed }

    /// An identifier as it is written, for constants: `ElementID("DAQ")`.
    @inline(__always)
    public init(_ code: StaticString) {
        precondition(code.utf8CodeUnitCount == 3, "an element id has three letters")
        let bytes = code.utf8Start
        self.init(bytes[0], bytes[1], bytes[2])
    }

    /// The identifier's three ASCII characters.
    public var code: String {
        String(
            decoding: [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)],
            as: UTF8.self)
    }
}

extension ElementID: CustomStringConvertible {
    public var description: String { code }
}
