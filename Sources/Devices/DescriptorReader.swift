/// A descriptor that the loop drains, and what is done with what it yields.
///
/// Made on any thread, then given to a `DeviceLoop`, whose thread alone drains it. When it is gone or no longer wanted
/// the loop forgets it and has it closed on another thread.
protocol DescriptorReader: AnyObject, Sendable {
    var descriptor: Int32 { get }
    /// Where the input goes; `nil` for a reader that is no scanner's.
    var connection: ScannerConnection? { get }

    /// Reads what there is, or a bounded part of it, and hands it on. Never blocks.
    func drain(isHungUp: Bool) -> Drained

    /// Closes the descriptor, then ends what it fed. May block in the kernel; called once, never on the loop's thread.
    func close()
}

/// What a reader found of its descriptor.
enum Drained {
    case open
    /// The device is gone.
    case gone
    case failed(DeviceError)
}
