extension ScanFramer {
    /// How one scanner sends.
    public struct Settings: Hashable, Sendable {
        /// What the card's small 1-D code, scanned by itself, is: a mistake, or a barcode like others.
        public enum CardSerials: String, Hashable, Sendable, CaseIterable {
            case withhold
            case pass
        }

        public var transport: ScannerStatus.Transport
        public var suffix: ScanSuffix
        /// The silence that ends a scan; `nil` fits it to the transport and to the pace of each scan.
        public var idleGap: Duration?
        public var cardSerials: CardSerials

        public init(
            transport: ScannerStatus.Transport, suffix: ScanSuffix = .auto, idleGap: Duration? = nil,
            cardSerials: CardSerials = .withhold
        ) {
            self.transport = transport
            self.suffix = suffix
            self.idleGap = idleGap
            self.cardSerials = cardSerials
        }

        /// The silence that ends a scan of this pace.
        func idleGap(at pace: ScanPace) -> Duration {
            // A wedge waits longer: some scanners pause 100 ms between keys.
            idleGap ?? pace.idleGap(base: transport == .evdev ? .milliseconds(400) : .milliseconds(150))
        }
    }
}
