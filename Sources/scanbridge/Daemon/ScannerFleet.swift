import Devices
import Logging
import PointOfSale
import Scanning
import ServiceLifecycle
import TillSocket

/// Starts a session for every scanner, and ends it: those of the command line, and those that udev tags.
///
/// A scanner that can't be opened is tried again each second, and so is one that went away and stays named.
actor ScannerFleet: Service {
    let loop: DeviceLoop
    /// Made with the first wedge whose barcodes are typed.
    let keyboard: VirtualKeyboard
    /// Each time that it was lacking; one that nobody has taken yet is enough.
    let (keyboardWishes, keyboardWish) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let hub: TillHub
    let resolver: Resolver
    let searches: AccountSearchQueue
    let log: Logger
    /// The daemon's own, new at each start, so that a hash says nothing of a card.
    let hashKey: (UInt64, UInt64)
    /// Whether a scanner's barcodes are published only because the virtual keyboard can't be made.
    var isKeyboardLacking = false
    /// What scans have shown of wedges' settings.
    var memory: ScannerMemory
    /// Whether it was said that the memory can't be written.
    var hasMemoryTrouble = false
    var configuration: Configuration
    var berths: [ScannerKey: Berth] = [:]
    /// Those whose scans a session carries: one that comes back at once waits until tills know that it was gone.
    var carried: Set<ScannerKey> = []
    /// Berths made so far.
    var generations = 0

    init(
        named devices: [NamedDevice], configuration: Configuration, loop: DeviceLoop,
        keyboard: VirtualKeyboard, memory: ScannerMemory, hub: TillHub, resolver: Resolver,
        searches: AccountSearchQueue, log: Logger
    ) {
        self.configuration = configuration
        self.loop = loop
        self.keyboard = keyboard
        self.memory = memory
        self.hub = hub
        self.resolver = resolver
        self.searches = searches
        self.log = log
        hashKey = (.random(in: .min ... .max), .random(in: .min ... .max))
        for device in devices {
            generations += 1
            berths[.named(device)] = Berth(
                device, entry: configuration.entry(for: device), generation: generations)
        }
    }

    /// Opens the devices of the command line that are there, so that the first till finds them ready.
    func openNamedDevices() async {
        for key in berths.keys { await open(key) }
    }

    nonisolated func run() async throws {
        let directory = try DeviceDirectory(on: loop)
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.awaitKeyboard() }
                for (key, generation) in await self.roster {
                    group.addTask { await self.serve(key, generation) }
                }
                for await event in directory.events {
                    if let (key, generation) = await self.take(event) {
                        group.addTask { await self.serve(key, generation) }
                    }
                }
            }
        }
    }

    /// Takes over a changed configuration: scanners that it treats otherwise are opened anew.
    func reload(_ configuration: Configuration) {
        self.configuration = configuration
        for (key, berth) in berths {
            let entry: ScannerEntry
            switch key {
            case .named(let device): entry = configuration.entry(for: device)
            case .found: entry = berth.nodes.first.map(configuration.entry(for:)) ?? ScannerEntry()
            }
            guard entry != berth.entry else { continue }
            berths[key]?.entry = entry
            berth.connection?.close()
        }
    }

    private var roster: [(ScannerKey, generation: Int)] { berths.map { ($0.key, $0.value.generation) } }
}
