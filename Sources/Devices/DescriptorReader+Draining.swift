import Glibc

extension DescriptorReader {
    /// Reads pieces and hands each on, at most `most` in one go, so that a babbling device can't keep the loop from the
    /// others; then overwrites the memory that they were read into.
    ///
    /// - Parameters:
    ///   - size: bytes of the longest piece.
    ///   - emptied: called when there is nothing left to read.
    func drain(
        piecesOf size: Int, atMost most: Int, isHungUp: Bool, handOn: ([UInt8]) -> Void, emptied: () -> Void
    ) -> Drained {
        withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { buffer in
            var longest = 0
            defer { buffer.baseAddress.map { explicit_bzero($0, longest) } }
            for _ in 0..<most {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count > 0 {
                    longest = max(longest, count)
                    handOn(Array(buffer.prefix(count)))
                } else if count < 0, errno == EAGAIN {
                    emptied()
                    return isHungUp ? .gone : .open
                } else if count < 0, errno == EINTR {
                    continue
                } else {
                    // 0 from a hung-up line; EIO from a pseudo-terminal whose other end closed, and from a raw HID node
                    // whose device is gone: all mean unplugged.
                    return .gone
                }
            }
            return .open
        }
    }
}
