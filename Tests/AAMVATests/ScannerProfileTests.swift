import AAMVA
import Testing

/// What scanners, wedges and hosts do to a payload, done to cards of several shapes.
@Suite struct ScannerProfileTests {
    struct Profile: Sendable, CustomTestStringConvertible {
        let name: String
        let apply: @Sendable ([UInt8]) -> [UInt8]
        var testDescription: String { name }
    }

    private static func replacing(_ name: String, _ table: [UInt8: [UInt8]]) -> Profile {
        Profile(name: name) { payload in payload.flatMap { table[$0] ?? [$0] } }
    }

    private static let profiles: [Profile] = [
        replacing("LF, RS and CR as CR", [0x0A: [0x0D], 0x1E: [0x0D]]),
        replacing("LF and CR as CR LF", [0x0A: [0x0D, 0x0A], 0x0D: [0x0D, 0x0A]]),
        replacing("CR as LF", [0x0D: [0x0A]]),
        replacing("RS as two carets", [0x1E: [0x5E, 0x5E]]),
        replacing("RS lost", [0x1E: []]),
        replacing("RS as FS", [0x1E: [0x1C]]),
        replacing("LF as GS", [0x0A: [0x1D]]),
        replacing("LF as TAB", [0x0A: [0x09]]),
        replacing("LF as pipe, others lost", [0x0A: [0x7C], 0x1E: [], 0x0D: []]),
        replacing("LF as tilde", [0x0A: [0x7E]]),
        replacing("LF as two carets, CR kept", [0x0A: [0x5E, 0x5E]]),
        replacing("all separators lost", [0x0A: [], 0x1E: [], 0x0D: []]),
        replacing("all separators blanks", [0x0A: [0x20], 0x1E: [0x20], 0x0D: [0x20]]),
        Profile(name: "Caps Lock") { $0.map { ($0 | 0x20) &- 0x61 < 26 ? $0 ^ 0x20 : $0 } },
        Profile(name: "a byte order mark before it") { [0xEF, 0xBB, 0xBF] + $0 },
        Profile(name: "blanks before it") { [0x20, 0x20] + $0 },
        Profile(name: "filler around it") { [0xC2, 0x90] + $0 + [0xC2, 0x90] },
        Profile(name: "a filler byte around it") { [0x90] + $0 + [0x90] },
        Profile(name: "NUL around it") { [0] + $0 + [0] },
        Profile(name: "the first key lost") { Array($0.dropFirst()) },
        Profile(name: "the first four keys lost") { Array($0.dropFirst(4)) },
        Profile(name: "the first nine keys lost") { Array($0.dropFirst(9)) },
        Profile(name: "an AIM identifier before it") { Array("]L2".utf8) + $0 },
        Profile(name: "a doubled DL") { payload in
            guard let place = payload.firstRange(of: Array("DLD".utf8)) else { return payload }
            return Array(payload[..<place.lowerBound] + [0x44, 0x4C] + payload[place.lowerBound...])
        },
        Profile(name: "the type in front of the elements lost") { payload in
            guard let place = payload.firstRange(of: Array("DLD".utf8)) else { return payload }
            return Array(payload[..<place.lowerBound] + payload[(place.lowerBound + 2)...])
        },
        Profile(name: "marks typed as letters") { Array("@ac".utf8) + Array($0.dropFirst(4)) },
        Profile(name: "a blank after the header's digits") { payload in
            guard let place = payload.firstRange(of: Array("DL00".utf8)) else { return payload }
            return Array(payload[..<place.lowerBound] + [0x20] + payload[place.lowerBound...])
        },
        Profile(name: "a line end behind it") { $0 + [0x0D, 0x0A] },
    ]

    @Test(arguments: profiles, ["v002", "v006", "v029", "v109", "v122"])
    func `a scanner's ways don't change a person`(_ profile: Profile, _ id: String) throws {
        let fixture = try LicenceFixture.named(id)
        let plain = License(try #require(fixture.outcome.record))
        let outcome = RecordDecoder.decode(profile.apply(fixture.payload))
        let license = License(try #require(outcome.record, "\(String(describing: outcome.error))"))
        #expect(license.values == plain.values)
        #expect(license.kind == plain.kind)
    }
}
