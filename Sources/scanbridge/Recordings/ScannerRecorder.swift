import ArgumentParser
import Devices
import Scanning

/// Records one scanner until the task is cancelled or enough has been scanned. An unplugged scanner is waited for.
struct ScannerRecorder {
    let device: NamedDevice
    /// Further event devices of the same keyboard scanner.
    let siblings: [String]
    let loop: DeviceLoop
    /// `nil` where the recording is to hold what the cards hold.
    let scrubber: RecordingScrubber?
    /// After how many scans it ends; `nil`: not by itself.
    let scans: Int?

    /// - Parameters:
    ///   - file: makes the file, once the scanner is open: where it can't be, a file that is there stays.
    ///   - ready: called once what is scanned from now on will be recorded.
    func run(
        _ head: Recording.Head, to file: () throws(CommandFailure) -> RecordingFile, ready: () -> Void
    ) async throws(CommandFailure) {
        var connection = try await open()
        defer { connection.close() }
        let output = try file()
        try output.write(head.text)
        ready()
        var collector = ScanCollector(from: .now)
        var rest = scans
        while try await follow(connection, &collector, &rest, output) {
            connection.close()
            try write(collector.take(.unplugged, at: connection.endedAt ?? .now), &rest, output)
            Console.complain("unplugged; plug it in again, or end with Ctrl-C")
            guard let opened = await opened() else { break }
            connection = opened
            try write(collector.take(.plugged, at: .now), &rest, output)
        }
        try write(collector.finish(), &rest, output)
    }

    /// Takes what comes until the scanner is gone: false where recording is over.
    private func follow(
        _ connection: ScannerConnection, _ collector: inout ScanCollector, _ rest: inout Int?,
        _ output: RecordingFile
    ) async throws(CommandFailure) -> Bool {
        for await timed in connection.inputs {
            try write(collector.take(timed.input, at: timed.at), &rest, output)
            if rest == 0 { return false }
            connection.wake(at: collector.deadline)
        }
        return !Task.isCancelled
    }

    private func write(
        _ scan: [Recording.Moment], _ rest: inout Int?, _ output: RecordingFile
    ) throws(CommandFailure) {
        guard !scan.isEmpty else { return }
        try output.write((scrubber?.scrub(scan) ?? scan).map(\.text).joined())
        if scan.contains(where: { !$0.event.isPlug }) { rest = rest.map { $0 - 1 } }
    }

    private func open() async throws(CommandFailure) -> ScannerConnection {
        do throws(DeviceError) {
            let connection: ScannerConnection
            switch device.kind {
            case .keyboard: connection = try loop.openKeyboards([device.path] + siblings)
            case .reports: connection = try loop.openReports(device.path)
            case .serial(let baud):
                connection = try loop.openSerial(
                    device.path, line: LineSettings(baud: baud ?? LineSettings().baud))
            }
            try await connection.waitUntilReady()
            return connection
        } catch {
            throw CommandFailure(error.namingHolders.message, status: Self.status(error))
        }
    }

    /// Waits until the scanner can be opened again; `nil` once the task is cancelled.
    private func opened() async -> ScannerConnection? {
        while true {
            do { try await Task.sleep(for: .seconds(1)) } catch { return nil }
            if let connection = try? await open() { return connection }
        }
    }

    private static func status(_ error: DeviceError) -> ExitCode {
        switch error {
        case .permission: ExitStatus.permission
        case .busy, .notFound: ExitStatus.unavailable
        case .wrongKind, .io: ExitStatus.inputOutput
        }
    }
}

extension Recording.Event {
    fileprivate var isPlug: Bool { self == .plugged || self == .unplugged }
}
