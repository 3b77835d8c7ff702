import AAMVA
import FoundationEssentials
import Glibc
import Scanning

/// The machine's clock, as time stamps and as the local date that a cashier's calendar shows.
enum WallClock {
    static var now: Timestamp {
        Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
    }

    /// What this clock shows for a moment of the other, as it goes now.
    static func timestamp(of moment: ContinuousClock.Instant) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds - Int64((ContinuousClock.now - moment) / .milliseconds(1)))
    }

    static var today: Today {
        var seconds = time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        guard
            let date = CalendarDate(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { preconditionFailure("localtime_r gives a day of the calendar") }
        return Today(machine: date, builtOn: Release.date)
    }
}
