import CLinux
import Glibc
import Synchronization

/// One thread that does nothing but drain descriptors and hand on what they yield.
///
/// The kernel holds 64 events of a keyboard, about ten characters: a reader held up for 13 ms loses a fast scanner's
/// keys. So nothing on this thread waits: no task, no socket, no log, no opening or closing of a device (which takes the
/// kernel tens of milliseconds for a grabbed keyboard). Asleep, it wakes for input, for commands and for the deadlines
/// that sessions have asked for, and for nothing else.
///
/// A loop runs until `stop`, whether or not anybody still refers to it.
public final class DeviceLoop: Sendable {
    /// What the loop's thread is asked to do; done in the order given.
    enum Command: Sendable {
        case add(any DescriptorReader)
        case close(ScannerConnection)
        case comeRound(CheckedContinuation<Void, Never>)
        case stop
    }

    private struct State {
        var commands: [Command] = []
        var alarms: [ObjectIdentifier: Alarm] = [:]
        /// When the thread will look at the alarms without being woken.
        var sleepsUntil: ContinuousClock.Instant?
        var isStopped = false
    }

    private struct Alarm {
        let connection: ScannerConnection
        let deadline: ContinuousClock.Instant
    }

    let epoll: Epoll
    /// An eventfd: readable when there are commands, or an alarm earlier than the loop's sleep.
    let bell: Int32
    private let state = Mutex(State())

    public init() throws(DeviceError) {
        epoll = try Epoll()
        bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        if bell < 0 { throw .io(call: "eventfd", path: "the device loop", errno: errno) }
        let error = epoll.add(bell)
        if error != 0 { throw .io(call: "epoll_ctl", path: "the device loop", errno: error) }
        try DetachedThread.start("scanbridge-read") { LoopThread(of: self).run() }
    }

    deinit { Glibc.close(bell) }

    /// Closes every device and ends the thread; every stream ends.
    public func stop() {
        _ = submit(.stop)
    }

    /// Returns once the loop has come round: proof of life for a watchdog. After `stop` at once.
    public func comeRound() async {
        await withCheckedContinuation { continuation in
            if !submit(.comeRound(continuation)) { continuation.resume() }
        }
    }

    /// Asks the thread to do something; `false` once the loop has been stopped, when nothing will be done.
    func submit(_ command: Command) -> Bool {
        let isTaken = state.withLock { state in
            if state.isStopped { return false }
            if case .stop = command { state.isStopped = true }
            state.commands.append(command)
            return true
        }
        if isTaken { ring() }
        return isTaken
    }

    /// Asks for a tick; `nil` takes back what was asked.
    func setAlarm(at deadline: ContinuousClock.Instant?, for connection: ScannerConnection) {
        let isEarlier = state.withLock { state in
            state.alarms[ObjectIdentifier(connection)] = deadline.map {
                Alarm(connection: connection, deadline: $0)
            }
            guard let deadline else { return false }
            // A later deadline, the usual case in mid-scan, wakes nobody: the thread finds it when it looks.
            return state.sleepsUntil.map { deadline < $0 } ?? true
        }
        if isEarlier { ring() }
    }

    /// Wakes the thread.
    private func ring() {
        eventfd_write(bell, 1)
    }
}

extension DeviceLoop {
    /// The thread's: until when it may sleep.
    ///
    /// It sleeps towards an alarm that was taken back all the same: in mid-scan each key takes one back, and the session
    /// asks for a later one right after. If the thread slept for good in between, each key would wake it twice.
    func sleepDeadline() -> ContinuousClock.Instant? {
        state.withLock { state in
            let next = state.alarms.values.map(\.deadline).min()
            if let before = state.sleepsUntil, before > .now, next.map({ before < $0 }) ?? true {
                return before
            }
            state.sleepsUntil = next
            return next
        }
    }

    /// The thread's: what it was asked to do since it last asked.
    func takeCommands() -> [Command] {
        state.withLock { state in
            defer { state.commands = [] }
            return state.commands
        }
    }

    /// The thread's: whether an alarm is due.
    func isAlarmDue(at now: ContinuousClock.Instant) -> Bool {
        state.withLock { state in state.alarms.values.contains { $0.deadline <= now } }
    }

    /// The thread's: the connections whose alarm is due, which they no longer have then.
    func takeDue(at now: ContinuousClock.Instant) -> [ScannerConnection] {
        state.withLock { state in
            let due = state.alarms.values.filter { $0.deadline <= now }.map(\.connection)
            for connection in due { state.alarms[ObjectIdentifier(connection)] = nil }
            return due
        }
    }
}
