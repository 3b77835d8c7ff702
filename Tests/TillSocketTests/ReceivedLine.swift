import FoundationEssentials

/// A daemon's line as a till would read it: the keys that the tests ask for.
struct ReceivedLine: Decodable, Sendable {
    struct Scanner: Decodable, Sendable {
        let name: String
    }

    struct Scans: Decodable, Sendable {
        let applicant: Int
        let scanFailed: [String: Int]
        let barcode: Int
        let repeated: Int
    }

    struct Latency: Decodable, Sendable {
        let p50: Double?
    }

    let type: String
    let `protocol`: Int?
    let daemon: String?
    let version: String?
    let instance: String?
    let seq: UInt64?
    let scan: String?
    let reason: String?
    let code: String?
    let id: String?
    let data: String?
    let applicant: [String: String]?
    let document: Anything?
    let replayed: Bool?
    let ageMs: Int?
    let scanners: [Scanner]?
    let tills: Int?
    let uptimeS: Int?
    let scans: Scans?
    let latencyMs: Latency?
    let ok: Bool?
    let result: [String: String]?
    let error: Failure?
    let remote: Remote?

    struct Failure: Decodable, Sendable {
        let code: String
    }

    struct Remote: Decodable, Sendable {
        let state: String
        let since: String?
    }

    struct Anything: Decodable, Sendable {
        init(from decoder: any Decoder) {}
    }

    init(json: [UInt8]) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(ReceivedLine.self, from: Data(json))
    }
}
