extension CoveragePage {
    /// What the tags of `IssuerNote.sources` stand for.
    static let sources: [(tag: String, meaning: String)] = [
        ("AAMVA-Barcode-Parser", "AppliedRecognition/AAMVA-Barcode-Parser-Apple: its sample barcodes"),
        ("IdParser", "c0shea/IdParser: fixtures, code and issues"),
        ("IdParser.Core", "jonsagara/IdParser.Core: fixtures"),
        ("POS-API", "the POS API's documentation"),
        ("Purview", "Purview's published list of Canadian forms"),
        ("Scandit", "Scandit's public documentation"),
        ("Teleplan", "British Columbia's Teleplan 4 specification, section 4.2.4, layout of a card's swipe"),
        ("aamva-generator", "SeanPVera's generator of barcodes, after issued cards"),
        ("aamva-parser-php", "bishop-bd/aamva-parser: tests"),
        ("aamva-rs", "Syfaro/aamva-rs: fixtures"),
        ("aamva_parser", "marty-Wallace/aamva_parser: tests"),
        ("aamvabarcodeparser", "davidliu4633/aamvabarcodeparser: test data"),
        ("aamvajs", "winfinit/aamvajs: tests"),
        (
            "bc-wallet-mobile",
            "bcgov/bc-wallet-mobile, the provincial government's own decoder: fixtures and tests"
        ),
        ("kurzdigital", "kurzdigital's decoder: tests"),
        ("lamassu-machine", "lamassu/lamassu-machine, a kiosk's decoder: code and sample data"),
        ("license-parser", "ksoftllc/license-parser: tests"),
        ("py-aamva", "rechner/py-aamva: test data"),
        ("us-dl", "justinlettau's list of forms"),
    ]

    var others: String {
        """
        ## Other numbers

        990876 is in no register; Alberta's cards before 2018 bear it. 000000 is the standard's fictional Utopia, 636099 and
        700000 are on test cards. A card with an unknown number is read like any other; its issuer is then the address's
        jurisdiction, with the warning `unknown_issuer`.

        """
    }

    var legend: String {
        """
        ## Sources

        The numbers of issuers are AAMVA's (2023). The layout is that of the AAMVA DL/ID Card Design Standard, editions 2000
        (version 01), 2003 (02), 2005 (03), 2010 (05) and 2020 (10), read in full; what is said of the others comes from
        these and from the sources below. The forms of ID numbers are, for Canada, Purview's and the provinces' own; for the
        United States, the union of justinlettau's, turnhq's and mikemfleming's lists and of the table of the National
        Traffic Safety Institute. All the projects are public.

        | source | what it is |
        | --- | --- |

        """ + Self.sources.map { "| \($0.tag) | \($0.meaning) |\n" }.joined()
    }
}
