import CLinux
import Scanning

/// The loop's own side, which never leaves its thread: which descriptors are open, and what to do when one is ready.
final class LoopThread {
    private let loop: DeviceLoop
    private var readers: [Int32: any DescriptorReader] = [:]
    private var isRunning = true

    init(of loop: DeviceLoop) {
        self.loop = loop
    }

    func run() {
        while isRunning {
            for ready in loop.epoll.wait(until: loop.sleepDeadline()) {
                if ready.descriptor == loop.bell {
                    var count: UInt64 = 0
                    eventfd_read(loop.bell, &count)
                } else if let reader = readers[ready.descriptor] {
                    drain(reader, isHungUp: ready.isHungUp)
                }
            }
            for command in loop.takeCommands() { perform(command) }
            giveTicks()
        }
    }

    private func drain(_ reader: any DescriptorReader, isHungUp: Bool) {
        switch reader.drain(isHungUp: isHungUp) {
        case .open:
            break
        case .gone:
            release([reader])
        case .failed(let error):
            reader.connection?.fail(error)
            release(readers.values.filter { $0 === reader || $0.connection === reader.connection })
        }
    }

    private func perform(_ command: DeviceLoop.Command) {
        switch command {
        case .add(let reader):
            let error = loop.epoll.add(reader.descriptor)
            readers[reader.descriptor] = reader
            if error == 0 {
                drain(reader, isHungUp: false)
            } else {
                reader.connection?.fail(.io(call: "epoll_ctl", path: "the device loop", errno: error))
                release([reader])
            }
        case .close(let connection):
            release(readers.values.filter { $0.connection === connection })
        case .comeRound(let continuation):
            continuation.resume()
        case .stop:
            release(Array(readers.values))
            isRunning = false
        }
    }

    /// Tells those who asked that the line was silent: only after all that came before has been handed on, which takes
    /// back the request of whoever it came for. A line whose scanner is gone is not silent.
    private func giveTicks() {
        let now = ContinuousClock.now
        guard loop.isAlarmDue(at: now) else { return }
        for reader in readers.values { drain(reader, isHungUp: false) }
        for connection in loop.takeDue(at: now)
        where readers.values.contains(where: { $0.connection === connection }) {
            connection.deliver(.silence, at: now)
        }
    }

    /// Forgets readers and has them closed elsewhere: closing a grabbed keyboard waits for the kernel's RCU grace period.
    private func release(_ released: [any DescriptorReader]) {
        if released.isEmpty { return }
        let now = ContinuousClock.now
        for reader in released {
            reader.connection?.deviceIsGone(at: now)
            loop.epoll.remove(reader.descriptor)
            readers[reader.descriptor] = nil
        }
        let close: @Sendable () -> Void = { for reader in released { reader.close() } }
        do {
            try DetachedThread.start("scanbridge-end", close)
        } catch {
            // No thread to be had: better late than never closed.
            close()
        }
    }
}
