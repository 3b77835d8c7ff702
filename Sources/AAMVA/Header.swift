/// What stands before the first subfile: the issuer, the version, and the directory of subfiles.
///
///     @ LF RS CR  ANSI␠  636012   09       00            02       DL00410219ZO02600055
///     marks       type   IIN      version  jurisdiction  entries  directory
///
/// Version 01 and before have no jurisdiction version.
///
/// Source: AAMVA DL/ID Card Design Standard (2020), Annex D.12.3, "Header"; (2000), section E.4.2.
public struct Header: Hashable, Sendable {
    public enum FileType: Hashable, Sendable {
        case ansi
        /// Cards of CT, MD, NC and PA from before the standard settled on `ANSI `.
        case aamva
    }

    public let fileType: FileType
    /// `nil` where the digits are missing or unreadable.
    public let issuer: IssuerIdentificationNumber?
    /// 0 to 99; 11 is the newest known edition (2025). `nil` where unreadable.
    public let version: Int?
    /// 0 to 99; `nil` for version 01 and before.
    public let jurisdictionVersion: Int?
    /// As declared; it may differ from the number of designators that could be read.
    public let entries: Int?
    public let directory: [SubfileDesignator]

    public init(
        fileType: FileType, issuer: IssuerIdentificationNumber?, version: Int?, jurisdictionVersion: Int?,
        entries: Int?, directory: [SubfileDesignator]
    ) {
        self.fileType = fileType
        self.issuer = issuer
        self.version = version
        self.jurisdictionVersion = jurisdictionVersion
        self.entries = entries
        self.directory = directory
    }

    static var empty: Header {
        Header(
            fileType: .ansi, issuer: nil, version: nil, jurisdictionVersion: nil, entries: nil, directory: [])
    }
}
