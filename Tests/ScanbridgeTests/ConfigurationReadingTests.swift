import Devices
import Logging
import PointOfSale
import Scanning
import Testing
import TillSocket

@testable import scanbridge

@Suite struct ConfigurationReadingTests {
    @Test(arguments: ["", "\n", "# nothing but a comment\n", "---\n", "{}\n"])
    func `a file that says nothing leaves every default`(text: String) throws {
        var configuration = Configuration()
        try configuration.apply(text, file: "f.yaml")
        #expect(configuration == Configuration())
    }

    @Test func `the defaults suit one scanner and one till`() {
        let configuration = Configuration()
        #expect(configuration.sockets.count == 1)
        let socket = configuration.sockets[0]
        #expect(socket.path == "/run/scanbridge/till.sock")
        #expect(socket.group == "scanbridge-till")
        #expect(socket.scanners == ["*"])
        #expect(socket.fields.isEmpty)
        #expect(!socket.document)
        #expect(socket.hold == .seconds(30))
        #expect(socket.maxTills == 16)
        #expect(socket.maxQueue == 256 * 1024)
        let scanner = ScannerEntry()
        #expect(scanner.line == LineSettings(baud: 9600))
        #expect(scanner.repeatWindow == .seconds(2))
        #expect(configuration.decode.mode == .local)
        #expect(configuration.decode.deadline == .milliseconds(1500))
        #expect(configuration.logLevel == .info)
    }

    @Test(arguments: [
        ("auto", ScannerStatus.Transport.evdev, true), ("auto", .serial, false), ("auto", .hidraw, false),
        ("type", .evdev, true), ("type", .serial, false), ("publish", .evdev, false), ("drop", .evdev, false),
    ])
    func `only a wedge's barcodes are typed, and by default they are`(
        mode: String, transport: ScannerStatus.Transport, isTyped: Bool
    ) throws {
        let text = "scanners: [{match: {port: '1-2'}, other_barcodes: \(mode)}]"
        let entry = try #require(try Configuration(text).scanners.first)
        #expect(entry.framing(transport).typesBarcodes == isTyped)
    }

    @Test func `every key of a socket is taken`() throws {
        let configuration = try Configuration(
            """
            sockets:
              - path: /run/lane.sock
                group: cashiers
                users: [anna, bert]
                scanners: [front, "back*"]
                fields: [last_name, govid_number]
                document: true
                calls: [customers.search, account.close]
                hold: 2m
                max_tills: 3
                max_queue: 1MiB
              - path: /run/other.sock
            """)
        #expect(configuration.sockets.map(\.path) == ["/run/lane.sock", "/run/other.sock"])
        let expected = SocketSettings(
            path: "/run/lane.sock", group: "cashiers", users: ["anna", "bert"], scanners: ["front", "back*"],
            fields: [.lastName, .govidNumber], document: true, calls: [.search, .close], hold: .seconds(120),
            maxTills: 3,
            maxQueue: 1 << 20)
        #expect(configuration.sockets[0] == expected)
    }

    @Test func `every key of a scanner is taken`() throws {
        let configuration = try Configuration(
            """
            scanners:
              - name: front
                match: {vendor: 0C2E, product: 0b61, serial: 17A0001, port: 1-2.3, path: /dev/ttyACM0}
                layout: us
                control_characters: ctrl
                other_barcodes: drop
                card_serials: pass
                baud: 115200
                data_bits: 7
                parity: even
                stop_bits: 2
                flow_control: hardware
                suffix: crlf
                idle_gap: 250ms
                repeat_window: 5s
            """)
        var expected = ScannerEntry()
        expected.name = "front"
        expected.match = ScannerEntry.Match(
            vendor: "0c2e", product: "0b61", serial: "17A0001", path: "/dev/ttyACM0", port: "1-2.3")
        expected.layout = "us"
        expected.controlCharacters = .control
        expected.otherBarcodes = .drop
        expected.cardSerials = .pass
        expected.line = LineSettings(
            baud: 115_200, dataBits: 7, parity: .even, stopBits: 2, flowControl: .hardware)
        expected.suffix = .bytes([0x0D, 0x0A])
        expected.idleGap = .milliseconds(250)
        expected.repeatWindow = .seconds(5)
        #expect(configuration.scanners == [expected])
    }

    @Test func `every other key is taken`() throws {
        let configuration = try Configuration(
            """
            decode: {mode: local, deadline: 2s, minimum_age: 18, name_case: title}
            pos_api:
              url: https://pos.example/api
              client_id: shop
              client_secret_file: secret
              scope: customer
              account_search: true
              allow_close: true
              interest_version: 2.5
              ca_file: /etc/ssl/shop.pem
              proxy: http://proxy.example:3128
            log: {level: trace}
            """)
        #expect(configuration.decode.deadline == .seconds(2))
        #expect(configuration.decode.applicant == ApplicantSettings(minimumAge: 18, nameCase: .title))
        #expect(configuration.pointOfSaleAPI.address?.text == "https://pos.example/api")
        #expect(configuration.pointOfSaleAPI.clientID == "shop")
        #expect(configuration.pointOfSaleAPI.clientSecretFile == "secret")
        #expect(configuration.pointOfSaleAPI.scope == .customer)
        #expect(configuration.pointOfSaleAPI.accountSearch)
        #expect(configuration.pointOfSaleAPI.allowsClose)
        #expect(configuration.pointOfSaleAPI.interestVersion == .deprecated)
        #expect(configuration.pointOfSaleAPI.authoritiesFile == "/etc/ssl/shop.pem")
        #expect(configuration.pointOfSaleAPI.proxy == (try ProxyAddress("http://proxy.example:3128")))
        #expect(configuration.logLevel == .trace)
    }

    @Test(arguments: [
        ("auto", ScanSuffix.auto), ("none", .none), ("cr", .bytes([0x0D])), ("lf", .bytes([0x0A])),
        ("tab", .bytes([0x09])), ("'##'", .bytes([0x23, 0x23])), (#""\x03""#, .bytes([0x03])),
    ])
    func `a suffix is a word or its own characters`(text: String, suffix: ScanSuffix) throws {
        let configuration = try Configuration("scanners: [{suffix: \(text)}]")
        #expect(configuration.scanners[0].suffix == suffix)
    }

    @Test func `YAML's own readings of a scalar never change a value`() throws {
        // `no`, `0755` and `1e3` would be false, 493 and 1000 to many readers.
        let configuration = try Configuration(
            "{scanners: [{name: no, match: {vendor: 0755, product: 1e30}}, {name: 1e3}]}")
        #expect(configuration.scanners.map(\.name) == ["no", "1e3"])
        #expect(configuration.scanners[0].match?.vendor == "0755")
        #expect(configuration.scanners[0].match?.product == "1e30")
    }

    @Test func `a later text wins, and what it doesn't say stays`() throws {
        var configuration = try Configuration(
            "{decode: {minimum_age: 18, name_case: title}, log: {level: debug}}")
        try configuration.apply("decode: {minimum_age: 19}", file: "later.yaml")
        #expect(configuration.decode.applicant == ApplicantSettings(minimumAge: 19, nameCase: .title))
        #expect(configuration.logLevel == .debug)
    }
}

extension Configuration {
    /// The defaults with a text's changes.
    init(_ text: String) throws(ConfigurationError) {
        self.init()
        try apply(text, file: "f.yaml")
    }
}
