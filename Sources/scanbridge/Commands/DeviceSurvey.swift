import Devices
import Scanning

/// The devices that could be scanners, and a look at what is around them.
struct DeviceSurvey {
    let nodes: [DeviceNode]
    private let probe: SurroundingsProbe

    init() throws(CommandFailure) {
        do throws(DeviceError) {
            nodes = try DeviceDirectory.nodes(all: true)
            probe = try SurroundingsProbe()
        } catch {
            throw CommandFailure(error)
        }
    }

    /// What is to be said of a node.
    ///
    /// - Parameters:
    ///   - isNamed: whether the command line names it, so that it is a scanner whatever udev thinks.
    ///   - known: what earlier scans have shown of it.
    func finding(_ node: DeviceNode, isNamed: Bool = false, known: WedgeStanding? = nil) -> DeviceFinding {
        DeviceFinding(probe.surroundings(of: node), known: known, isNamed: isNamed)
    }
}
