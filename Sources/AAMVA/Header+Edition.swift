extension Header {
    /// The year of the standard's edition that the version stands for; `nil` for version 00, which is older than any, and for
    /// versions that are newer than the known ones.
    ///
    /// Source: AAMVA DL/ID Card Design Standard (2020), Annex D.12.3, "AAMVA version number"; 11 is the edition of 2025.
    public var edition: Int? {
        guard let version, version > 0, version <= Self.editions.count else { return nil }
        return Self.editions[version - 1]
    }

    private static let editions = [2000, 2003, 2005, 2009, 2010, 2011, 2012, 2013, 2016, 2020, 2025]
}
