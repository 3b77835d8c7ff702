import Foundation
import Scanning
import Testing

@Suite struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `members and values are separated by commas, at every depth`() {
        let written = text {
            $0.object {
                $0.member("a", 1)
                $0.key("b")
                $0.array {
                    $0.string("x")
                    $0.object { _ in }
                    $0.array { _ in }
                    $0.bool(false)
                }
                $0.member("c", true)
            }
        }
        #expect(written == #"{"a":1,"b":["x",{},[],false],"c":true}"#)
    }

    @Test func `an absent or empty value has no member`() {
        let written = text {
            $0.object {
                $0.member("a", ifPresent: nil as String?)
                $0.member("b", ifPresent: "")
                $0.member("c", ifPresent: nil as Int?)
                $0.member("d", ifPresent: "x")
                $0.member("e", ifPresent: 0)
            }
        }
        #expect(written == #"{"d":"x","e":0}"#)
    }

    @Test(arguments: [0, 7, 10, 99, 100, -1, -40, Int.max, Int.min])
    func `a whole number is written in decimal`(_ number: Int) {
        #expect(text { $0.number(number) } == "\(number)")
    }

    @Test func `the greatest unsigned number is written in decimal`() {
        #expect(text { $0.number(UInt64.max) } == "18446744073709551615")
    }

    @Test(arguments: [0.0, 0.25, 1.5, 1e21, 1e-7])
    func `a fraction is written as JSON reads it back`(_ number: Double) throws {
        let written = text { $0.array { $0.number(number) } }
        let read = try JSONDecoder().decode([Double].self, from: Data(written.utf8))
        #expect(read == [number])
    }

    @Test func `quotes, backslashes and controls have their short escapes`() {
        #expect(text { $0.string("\"\\\u{8}\t\n\u{C}\r/") } == #""\"\\\b\t\n\f\r/""#)
    }

    @Test func `controls of both sets, DEL and the line separators are escaped`() {
        let written = text { $0.string("\u{0}\u{1F}\u{7F}\u{80}\u{85}\u{9F}\u{2028}\u{2029}") }
        #expect(written == #""\u0000\u001f\u007f\u0080\u0085\u009f\u2028\u2029""#)
    }

    @Test func `all other characters stand as they are`() {
        let plain = "aé\u{A0}\u{2027}\u{202A}\u{FFFF}\u{1F600}Ω"
        #expect(text { $0.string(plain) } == "\"\(plain)\"")
    }

    @Test func `every scalar value comes back through another reader, and no control stands raw`() throws {
        var scalars = String.UnicodeScalarView()
        for number: UInt32 in 0...0x10FFFF {
            if let scalar = Unicode.Scalar(number) { scalars.append(scalar) }
        }
        let all = String(scalars)
        var json = JSONWriter()
        json.array { $0.string(all) }
        let read = try JSONDecoder().decode([String].self, from: Data(json.bytes))
        #expect(read.first?.unicodeScalars.elementsEqual(scalars) == true)
        #expect(json.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }

    @Test func `a line ends with one line feed`() {
        var json = JSONWriter()
        json.object { _ in }
        #expect(json.line() == [UInt8]("{}\n".utf8))
    }

    @Test func `a writer's description does not show what is written`() {
        var json = JSONWriter()
        json.string("SAMPLE")
        #expect("\(json) \(String(reflecting: json))".contains("SAMPLE") == false)
    }
}
