extension String {
    /// Lines of at most a hundred columns: the first begins with `head`, the others with as many blanks.
    ///
    /// It breaks at blanks, which it drops, where there are any, else anywhere.
    func wrapped(after head: String) -> [String] {
        let width = max(20, 100 - head.count)
        var lines: [String] = []
        var rest = Substring(self)
        while rest.count > width {
            let limit = rest.index(rest.startIndex, offsetBy: width)
            let blank = rest[..<limit].lastIndex(of: " ")
            let end = blank.flatMap { $0 > rest.startIndex ? $0 : nil } ?? limit
            lines.append(String(rest[..<end]))
            rest = rest[(end == blank ? rest.index(after: end) : end)...]
        }
        lines.append(String(rest))
        let indent = String(repeating: " ", count: head.count)
        return lines.enumerated().map { ($0 == 0 ? head : indent) + $1 }
    }
}
