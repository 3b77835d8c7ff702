/// A line as a till gets it.
struct LineTrial {
    private let line: [UInt8]

    init(_ line: [UInt8]) { self.line = line }

    func run() {
        demand(line.last == 0x0A, "a line ends in LF")
        demand(line.dropLast().allSatisfy { $0 >= 0x20 }, "a line holds no control character")
        demand(String(validating: line, as: UTF8.self) != nil, "a line is UTF-8")
        demand(
            line.first == UInt8(ascii: "{") && line.dropLast().last == UInt8(ascii: "}"),
            "a line is an object")
    }
}
