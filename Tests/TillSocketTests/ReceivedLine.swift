import FoundationEssentials

/// A daemon's line as a till would read it: the keys that the tests ask for.
struct ReceivedLine: Decodable, Sendable {
    struct Scanner: Decodable, Sendable {
        let name: String
    }

    struct Scans: Decodable, Sendable {
        let applicant: Int
        let scan_failed: [String: Int]
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
    let age_ms: Int?
    let scanners: [Scanner]?
    let tills: Int?
    let uptime_s: Int?
    let scans: Scans?
    let latency_ms: Latency?

    struct Anything: Decodable, Sendable {
        init(from decoder: any Decoder) {}
    }
}
