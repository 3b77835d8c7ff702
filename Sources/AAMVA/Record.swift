/// A licence's data as it was scanned: header and elements, nothing interpreted, nothing dropped.
///
/// It holds a person's data: its description says how much there is, never what.
public struct Record: Sendable {
    /// How the data was laid out in the barcode.
    public enum Layout: Hashable, Sendable {
        /// Header and subfiles by the AAMVA standard.
        case aamva(Header)
        /// The text of a magnetic stripe's three tracks, as British Columbia prints it in its PDF417.
        ///
        /// The tracks' fields are given as elements under the standard's identifiers: DCS, DCT, DAG, DAH, DAI,
        /// DAJ, DAK, DAQ, DBA (YYMM), DBB, DBC, DAU, DAW or DAX, DAZ, DAY; what a long number has behind the dates as
        /// `OVF`, and the rest of British Columbia's track 3 as `PHN` and `DCF`.
        case magneticStripe(issuer: IssuerIdentificationNumber?)
    }

    public let layout: Layout
    /// The payload, damage and all, after case inversion was undone.
    public let bytes: [UInt8]
    /// In the order in which they were scanned.
    public let elements: [Element]
    public internal(set) var findings: [Finding]

    public init(layout: Layout, bytes: [UInt8], elements: [Element], findings: [Finding]) {
        self.layout = layout
        self.bytes = bytes
        self.elements = elements
        self.findings = findings
    }

    public var issuer: IssuerIdentificationNumber? {
        switch layout {
        case .aamva(let header): header.issuer
        case .magneticStripe(let issuer): issuer
        }
    }

    /// The first element of that identifier outside jurisdiction subfiles.
    public func element(_ id: ElementID) -> Element? {
        elements.first { $0.id == id && !$0.subfile.isJurisdictionSpecific }
    }
}

extension Record: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        "Record(\(bytes.count) bytes, \(elements.count) elements, \(findings.count) findings)"
    }
    public var debugDescription: String { description }
    /// No children: a mirror would show the payload.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
