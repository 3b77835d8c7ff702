/// Why a command can't talk to the daemon.
enum TillClientError: Error, CustomStringConvertible {
    case unreachable(path: String, errno: Int32)
    case denied(path: String)
    /// The daemon said goodbye, and why.
    case dismissed(path: String, message: String)
    case pathTooLong(path: String)
    case io(call: String, path: String, errno: Int32)

    var description: String {
        switch self {
        case .unreachable(let path, let code):
            "\(path): no daemon answers (\(SystemCall.reason(code))); start it with 'scanbridge serve' or 'systemctl start scanbridge'"
        case .denied(let path):
            "\(path): permission denied; join the socket's group, such as 'sudo adduser $USER scanbridge-till', and log in anew"
        case .dismissed(let path, let message):
            "\(path): the daemon closed the connection: \(message)"
        case .pathTooLong(let path):
            "\(path): longer than the \(UnixAddress.limit) bytes that a socket's path may have"
        case .io(let call, let path, let code):
            "\(path): \(call) failed: \(SystemCall.reason(code))"
        }
    }
}
