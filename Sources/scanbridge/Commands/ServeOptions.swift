import ArgumentParser
import Devices
import TillSocket

/// What `serve` and `check` take from the command line; it adds to the configuration file or overrides it.
struct ServeOptions: ParsableArguments {
    @Option(help: "The configuration file; its drop-ins are in conf.d beside it.", completion: .file())
    var config: String?

    @Option(help: "The till socket, instead of the first one configured.", completion: .file())
    var socket: String?

    @Option(help: "A serial scanner by its path, such as /dev/ttyACM0 or /dev/ttyUSB0:115200.")
    var serial: [String] = []

    @Option(help: "A keyboard scanner by its path, such as /dev/input/by-id/…-event-kbd.")
    var evdev: [String] = []

    @Option(help: "A HID POS scanner by its path, such as /dev/hidraw0.")
    var hidraw: [String] = []

    @Flag(help: "Decode locally and leave the POS API alone, whatever the configuration says.")
    var localOnly = false

    func validate() throws {
        for device in namedDevices {
            guard !device.path.isEmpty else { throw ValidationError("a device's path is empty; name one") }
            if case .serial(let baud?) = device.kind, !LineSettings.rates.contains(baud) {
                let rates = LineSettings.rates.map(String.init).joined(separator: ", ")
                throw ValidationError("\(baud) is no baud rate; use one of \(rates)")
            }
        }
    }

    var namedDevices: [NamedDevice] {
        serial.map(NamedDevice.init(serial:)) + evdev.map(NamedDevice.init(keyboard:))
            + hidraw.map(NamedDevice.init(reports:))
    }

    /// Where the configuration is, or would be.
    var configurationFile: String { config ?? ConfigurationLoader.defaultFile }

    /// File and drop-ins with the command line's changes; an error for what doesn't fit together.
    func configuration() throws(ConfigurationError) -> Configuration {
        var configuration = try ConfigurationLoader(namedFile: config).load()
        if let socket { configuration.sockets[0].path = socket }
        if localOnly { configuration.stayLocal() }
        try configuration.checkDemands()
        return configuration
    }
}
