import Glibc

/// The system's own words for its error numbers.
enum SystemCall {
    static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
