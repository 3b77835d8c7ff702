/// What to say to somebody who wrote a word that isn't one of those allowed.
enum Spelling {
    /// `did you mean max_tills?` where one word is close, else the words that are allowed.
    static func advice(for word: String, among allowed: [String]) -> String {
        let near = allowed.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        if let near, near.distance <= max(1, near.word.count / 3) {
            return "did you mean \(near.word)?"
        }
        return "expected one of: \(allowed.joined(separator: ", "))"
    }

    /// Single-letter insertions, removals, replacements and swaps of neighbours that make one word of the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left)
        let right = Array(right)
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
