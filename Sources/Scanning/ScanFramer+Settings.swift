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
        /// Barcodes are to be typed into whatever window has the focus: a scan is one only if it ended in quiet, and nothing
        /// in it may be a part of a licence.
        public var typesBarcodes: Bool

        public init(
            transport: ScannerStatus.Transport, suffix: ScanSuffix = .auto, idleGap: Duration? = nil,
            cardSerials: CardSerials = .withhold, typesBarcodes: Bool = false
        ) {
            self.transport = transport
            self.suffix = suffix
            self.idleGap = idleGap
            self.cardSerials = cardSerials
            self.typesBarcodes = typesBarcodes
        }

        /// The silence after its suffix that ends a scan which is no licence.
        func quiet(at pace: ScanPace) -> Duration {
            pace.quiet(base: typesBarcodes ? .milliseconds(20) : .milliseconds(30))
        }

        /// The silence that ends a scan of this pace.
        func idleGap(at pace: ScanPace) -> Duration { idleGap ?? pace.idleGap(base: shortestIdleGap) }

        /// The silence that ends a scan at the fastest pace.
        var shortestIdleGap: Duration {
            // A wedge waits longer: some scanners pause 100 ms between keys.
            idleGap ?? (transport == .evdev ? .milliseconds(400) : .milliseconds(150))
        }
    }
}
