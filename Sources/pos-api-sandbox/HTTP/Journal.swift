/// The requests that the API received, in memory, for tests to look into. The oldest ones go.
struct Journal: Sendable {
    struct Entry: Sendable {
        /// From 1 on, in the order of arrival.
        let number: Int
        let call: Call
        let method: String
        let headers: [JSON.Member]
        /// `nil` until there is an answer, and for a dropped connection.
        var status: Int?
    }

    private(set) var entries: [Entry] = []
    private(set) var received = 0
    /// How often each operation had an answer of each status.
    private(set) var answers: [Operation: [Int: Int]] = [:]

    static let mostEntries = 1000
    static let mostBodyBytes = 4 << 20
    private var bodyBytes = 0

    /// The entry's number.
    mutating func note(_ call: Call, method: String, headers: [JSON.Member]) -> Int {
        received += 1
        entries.append(Entry(number: received, call: call, method: method, headers: headers))
        bodyBytes += call.body.count
        while entries.count > Self.mostEntries || bodyBytes > Self.mostBodyBytes {
            bodyBytes -= entries.removeFirst().call.body.count
        }
        return received
    }

    mutating func note(_ status: Int, of number: Int, _ operation: Operation) {
        answers[operation, default: [:]][status, default: 0] += 1
        guard let first = entries.first?.number, entries.indices.contains(number - first) else { return }
        entries[number - first].status = status
    }

    mutating func clear() {
        entries = []
        bodyBytes = 0
        answers = [:]
    }
}

extension Journal {
    var json: JSON {
        let answers = Operation.allCases.map { operation in
            JSON.Member(name: operation.rawValue, value: Self.json(self.answers[operation] ?? [:]))
        }
        return [
            "received": .number(String(received)),
            "answers": .object(answers),
            "requests": .array(entries.map(\.json)),
        ]
    }

    private static func json(_ counts: [Int: Int]) -> JSON {
        let statuses = counts.keys.sorted()
        return .object(
            statuses.map { JSON.Member(name: String($0), value: .number(String(counts[$0] ?? 0))) })
    }
}

extension Journal.Entry {
    fileprivate var json: JSON {
        [
            "number": .number(String(number)),
            "operation": .string(call.route.operation.rawValue),
            "method": .string(method),
            "target": .string(call.target),
            "headers": .object(headers),
            "body": .string(String(decoding: call.body, as: UTF8.self)),
            "status": status.map { .number(String($0)) },
        ]
    }
}
