extension StripeReader {
    /// An address's last line: `VICTORIA BC  V8W 3Y8`.
    struct Place {
        let line: Range<Int>
        let city: Range<Int>
        let province: Range<Int>
        let postalCode: Range<Int>
        /// The track's first columns name another city.
        var isContradicted = false

        /// `nil` for a line that doesn't end in a province and a Canadian postal code.
        init?(_ bytes: Span<UInt8>, _ line: Range<Int>) {
            let line = bytes.trimmedBlanks(line)
            var end = line.upperBound
            var marks = 0
            while end > line.lowerBound, marks < 6 {
                let byte = bytes[end - 1]
                let isRight = marks % 2 == 0 ? byte.isDigit : byte.isLetter
                guard isRight || byte == Byte.space && marks == 3 else { return nil }
                marks += isRight ? 1 : 0
                end -= 1
            }
            let before = bytes.trimmedBlanks(line.lowerBound..<end)
            guard marks == 6, before.upperBound < end, before.count > 3,
                bytes[before.upperBound - 3] == Byte.space
            else { return nil }
            self.line = line
            postalCode = end..<line.upperBound
            province = before.upperBound - 2..<before.upperBound
            city = bytes.trimmedBlanks(before.lowerBound..<province.lowerBound)
        }

        /// Whether the province is one of Canada's, as its postal code is.
        func isConsistent(_ bytes: Span<UInt8>) -> Bool {
            Self.isCanadian(bytes, province)
        }

        static func isCanadian(_ bytes: Span<UInt8>, _ province: Range<Int>) -> Bool {
            Jurisdiction.coded(bytes[province.lowerBound], bytes[province.lowerBound + 1])?.country == .canada
        }

        /// The same of a line that begins later, at `city`, as the sign before it was lost. `nil` where what stands before it is
        /// too short for a street or names.
        ///
        /// - Parameter isWhole: `city` is all of the name, not its first columns.
        func split(_ bytes: Span<UInt8>, city name: Range<Int>, isWhole: Bool) -> Place? {
            guard !name.isEmpty, city.count >= name.count + Self.shortestStreet else { return nil }
            let last = city.upperBound - name.count
            let start = ((isWhole ? last : city.lowerBound + Self.shortestStreet)...last).last {
                bytes.isEqual($0..<$0 + name.count, name)
            }
            return start.flatMap { Place(bytes, $0..<line.upperBound) }
        }

        /// Such as `RR 2`.
        private static let shortestStreet = 4

        /// The province in a line that is cut behind it: the last two letters between blanks that are a jurisdiction's code.
        static func province(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
            line.indices.dropLast(2).last { index in
                let end = index + 3
                return bytes[index] == Byte.space
                    && Jurisdiction.coded(bytes[index + 1], bytes[index + 2]) != nil
                    && (end == line.upperBound || bytes[end] == Byte.space)
            }.map { $0 + 1..<$0 + 3 }
        }
    }
}
