import AAMVA
import Foundation
import Testing

@testable import Scanning

@Suite struct WedgeMatrixTests {
    struct Fix { let id: String; let payload: [UInt8] }
    static let fixtures: [Fix] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/licenses/payloads.jsonl")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], let id = row["id"] as? String, let t = row["payload"] as? String else { return nil }
            let scalars = t.unicodeScalars
            return Fix(id: id, payload: scalars.allSatisfy { $0.value <= 0xFF } ? scalars.map { UInt8($0.value) } : Array(t.utf8))
        }
    }()

    static func outcome(_ keys: [KeyEvent], _ candidates: WedgeCandidates) -> (String, [WedgeProfile]) {
        var track = ScannerTrack(settings: .init(transport: .evdev), wedge: candidates, key: (1, 2))
        let start = ContinuousClock.now
        var steps = track.receive(.keys(keys), at: start)
        while let deadline = track.deadline { steps += track.receive(.silence, at: deadline) }
        var text = ""
        for step in steps {
            switch step {
            case .reading: break
            case .licence(_, let r):
                guard case .applicant = ApplicantReading.resolve(r, settings: ApplicantSettings(), today: SampleReading.today, document: true) else { text += "F:missing"; continue }
                text += "L:" + r.elements.map { "\($0.subfile.code).\($0.id.code)=\(r.text(of: $0))" }.joined(separator: "|")
            case .failed(_, let f): text += "F:\(f.reason.rawValue)"
            case .barcode(_, let b): text += "B:\(b.data)"
            }
        }
        return (text, track.candidates?.possible.map(\.profile) ?? [])
    }

    static func differences(_ keys: [KeyEvent]) -> String {
        var readings = LayoutFixture.all.filter { $0.name != "ca" }.flatMap { l in [false, true].map { c in WedgeReading(WedgeCandidates.Candidate(profile: WedgeProfile(layout: l.name, capsLock: c), layout: l), framer: ScanFramer(settings: .init(transport: .evdev), key: (1, 2))) } }
        let now = ContinuousClock.now
        for i in readings.indices { for k in keys { readings[i].receive(k, at: now) }; while let d = readings[i].framer.deadline { readings[i].advance(to: d) } }
        let h = readings.contains { $0.hasHeader }
        let good = readings.filter { h ? $0.hasHeader : $0.isAnnounced }
        let doubts = good.map { ReadingDoubts($0) }
        let best = zip(good, doubts).filter { _, own in !doubts.contains { own.areWorse(than: $0) } }
        let ref = best[0].0.records.first
        return best.map { r, d in
            var t = "[\(r.candidate.profile.layout)\(r.candidate.profile.capsLock ? "+" : "") \(d)"
            if let ref, let rec = r.records.first { for (a, b) in zip(ref.elements, rec.elements) where ref.text(of: a) != rec.text(of: b) || a.id != b.id { t += " \(b.id.code)=\(rec.text(of: b))" } } else { t += " BROKEN" }
            return t + "]"
        }.joined(separator: " ").replacingOccurrences(of: "ReadingDoubts", with: "").replacingOccurrences(of: "strayKeys: ", with: "").replacingOccurrences(of: "isBroken: false, ", with: "").replacingOccurrences(of: "isNobody: false, ", with: "").replacingOccurrences(of: "isBroken: true, elements: 0, findings: 0, oddities: 0, oddSigns: 0", with: "").replacingOccurrences(of: "elements", with: "n").replacingOccurrences(of: "findings", with: "f").replacingOccurrences(of: "oddities", with: "o").replacingOccurrences(of: "oddSigns", with: "s")
    }

    @Test func `matrix`() {
        var lines: [String] = []
        for name in ["us", "gb", "ca(fr)", "ca(multix)", "fr", "de", "es", "it", "be", "ch"] {
            let env = ProcessInfo.processInfo.environment; for mode in [ControlCharacters.control, .altKeypad, .enterOnly, .none] where env["MODES"]?.contains(mode.rawValue) ?? true {
                for caps in env["CAPS"] == nil ? [false] : [true] {
                    let layout = LayoutFixture.named(name)
                    var n = 0, untyped = 0, same = 0, ambiguous: [String] = [], wrong: [String] = [], other: [String] = []
                    for f in Self.fixtures {
                        let typist = Typist(layout: layout, capsLock: caps, controlCharacters: mode)
                        guard let keys = typist.keys(for: f.payload), let enter = Typist(layout: .us).keys(for: [13]) else { untyped += 1; continue }
                        n += 1
                        var known = WedgeCandidates(layouts: [layout])
                        known.narrow(to: [WedgeProfile(layout: name, capsLock: caps)])
                        let (right, _) = Self.outcome(keys + enter, known)
                        let (found, profiles) = Self.outcome(keys + enter, WedgeCandidates(layouts: LayoutFixture.all))
                        _ = profiles
                        if right == found { same += 1 }
                        else if found == "F:ambiguous" { ambiguous.append(f.id); lines.append("   \(f.id) AMB \(Self.differences(keys + enter))") }
                        else if found.hasPrefix("L:") || found.hasPrefix("B:") { wrong.append(f.id); lines.append("   \(f.id) WRO \(Self.differences(keys + enter))"); if wrong.count < 30 { lines.append("   \(f.id) R \(right.prefix(900))\n   \(f.id) F \(found.prefix(900))") } }
                        else { other.append(f.id + found) }
                    }
                    lines.append("\(name) \(mode.rawValue) caps=\(caps): n=\(n) untyped=\(untyped) same=\(same) ambiguous=\(ambiguous.count) WRONG=\(wrong) other=\(other.count) \(other.prefix(3))")
                }
            }
        }
        try? lines.joined(separator: "\n").write(toFile: "/tmp/wedge-matrix.txt", atomically: true, encoding: .utf8)
    }
}
