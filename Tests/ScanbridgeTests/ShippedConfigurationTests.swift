import Foundation
import PointOfSale
import Testing
import TillSocket

@testable import scanbridge

/// The file that is installed as /etc/scanbridge/scanbridge.yaml.
@Suite struct ShippedConfigurationTests {
    private let text: String

    init() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        text = try String(contentsOf: sources.appending(path: "config/scanbridge.yaml"), encoding: .utf8)
    }

    @Test func `as it comes it changes nothing`() throws {
        var configuration = Configuration()
        try configuration.apply(text, file: "scanbridge.yaml")
        #expect(configuration == Configuration())
    }

    @Test func `what it shows are the defaults, beside a scanner's name and the API's address`() throws {
        // A key follows its # at once, or is indented by two; a sentence is one space away.
        let lines = text.split(separator: "\n").map { line in
            line.wholeMatch(of: /#(?! \S)(.*)/).map { String($0.1) } ?? String(line)
        }
        var configuration = Configuration()
        try configuration.apply(lines.joined(separator: "\n"), file: "scanbridge.yaml")
        var expected = Configuration()
        expected.decode.modePlace = configuration.decode.modePlace
        expected.pointOfSaleAPI.accountSearchPlace = configuration.pointOfSaleAPI.accountSearchPlace
        expected.pointOfSaleAPI.address = try ServiceAddress("https://posapi.example/flexiti/pos-api")
        expected.pointOfSaleAPI.clientID = "..."
        expected.pointOfSaleAPI.clientSecretFile = "client_secret"
        expected.scanners = [ScannerEntry(name: "front", match: .init(port: "1-2"))]
        #expect(configuration == expected)
    }
}
