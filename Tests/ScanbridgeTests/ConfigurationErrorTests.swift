import Testing

@testable import scanbridge

@Suite struct ConfigurationErrorTests {
    @Test(arguments: [
        ("socket: []", "1:1: socket: unknown key; did you mean sockets?"),
        ("sockets:\n- max_till: 1", "2:3: sockets[0].max_till: unknown key; did you mean max_tills?"),
        (
            "scanners:\n- match:\n    vendr: 0c2e",
            "3:5: scanners[0].match.vendr: unknown key; did you mean vendor?"
        ),
        ("decode: {colour: red}", "1:10: decode.colour: unknown key; expected one of: mode, deadline"),
        ("pos_api: {uri: x}", "1:11: pos_api.uri: unknown key; did you mean url?"),
        ("log: {levels: info}", "1:7: log.levels: unknown key; did you mean level?"),
        ("1: 2", "1:1: 1: unknown key; expected one of: sockets"),
    ])
    func `an unknown key is named with its place and what was probably meant`(text: String, error: String) {
        #expect(complaint(text).hasPrefix("f.yaml:\(error)"), "\(complaint(text))")
    }

    @Test(arguments: [
        ("- sockets", "1:1: found a list; expected a group of keys"),
        ("sockets: 7", "1:10: sockets: found a single value; expected a list"),
        ("sockets:", "1:9: sockets: found nothing; expected a list"),
        ("sockets: [7]", "1:11: sockets[0]: found a single value; expected a group of keys"),
        ("sockets: [{path: {}}]", "1:18: sockets[0].path: found a group of keys; expected a single value"),
        ("sockets: [{document: yes}]", "1:22: sockets[0].document: found 'yes'; expected true or false"),
        ("sockets: [{users: anna}]", "1:19: sockets[0].users: found a single value; expected a list"),
        ("sockets: [{max_tills: many}]", "1:23: sockets[0].max_tills: found 'many'; expected a whole number"),
        ("sockets: [{max_tills: 1.5}]", "1:23: sockets[0].max_tills: found '1.5'; expected a whole number"),
        ("sockets: [{hold: 30}]", "1:18: sockets[0].hold: found '30'; expected a duration with its unit"),
        ("sockets: [{hold: soon}]", "1:18: sockets[0].hold: found 'soon'; expected a duration with its unit"),
        (
            "sockets: [{max_queue: 256}]",
            "1:23: sockets[0].max_queue: found '256'; expected a size with its unit"
        ),
        ("decode: []", "1:9: decode: found a list; expected a group of keys"),
    ])
    func `a wrong type is named with its place, what was found, and what is expected`(
        text: String, error: String
    ) {
        #expect(complaint(text).hasPrefix("f.yaml:\(error)"), "\(complaint(text))")
    }

    @Test(arguments: [
        ("sockets: [{hold: 11m}]", "sockets[0].hold: found '11m'; expected a duration from 0s to 10m"),
        (
            "sockets: [{max_queue: 1KiB}]",
            "sockets[0].max_queue: found '1KiB'; expected a size from 64KiB to 64MiB"
        ),
        ("sockets: [{max_queue: 99999999999999MiB}]", "sockets[0].max_queue: found"),
        (
            "sockets: [{max_tills: 0}]",
            "sockets[0].max_tills: found '0'; expected a whole number from 1 to 1000"
        ),
        ("scanners: [{baud: 9601}]", "scanners[0].baud: found '9601'; expected one of 300, 600"),
        (
            "scanners: [{data_bits: 6}]",
            "scanners[0].data_bits: found '6'; expected a whole number from 7 to 8"
        ),
        ("scanners: [{stop_bits: 3}]", "scanners[0].stop_bits: found '3'"),
        ("scanners: [{parity: evn}]", "scanners[0].parity: found 'evn'; did you mean even?"),
        ("scanners: [{flow_control: rts}]", "scanners[0].flow_control: found 'rts'; expected one of: "),
        (
            "scanners: [{idle_gap: 10ms}]",
            "scanners[0].idle_gap: found '10ms'; expected a duration from 20ms to 2s"
        ),
        (
            "scanners: [{repeat_window: 2m}]",
            "scanners[0].repeat_window: found '2m'; expected a duration from 0s to 60s"
        ),
        ("scanners: [{suffix: enter}]", "scanners[0].suffix: found 'enter'; expected one of: auto"),
        ("scanners: [{layout: klingon}]", "scanners[0].layout: "),
        ("scanners: [{name: ''}]", "scanners[0].name: has no value; give one or remove the key"),
        ("scanners: [{match: {}}]", "scanners[0].match: names no device"),
        (
            "scanners: [{match: {vendor: 12}}]",
            "scanners[0].match.vendor: expected a USB id of four hexadecimal digits"
        ),
        ("scanners: [{match: {path: ttyACM0}}]", "scanners[0].match.path: found a relative path"),
        ("sockets: [{path: till.sock}]", "sockets[0].path: found a relative path"),
        ("sockets: [{fields: [surname]}]", "sockets[0].fields[0]: found 'surname'; "),
        (
            "decode: {minimum_age: 151}",
            "decode.minimum_age: found '151'; expected a whole number from 0 to 150"
        ),
        ("decode: {deadline: 31s}", "decode.deadline: found '31s'; expected a duration from 100ms to 30s"),
        ("decode: {mode: locl}", "decode.mode: found 'locl'; did you mean local?"),
        ("decode: {name_case: upper}", "decode.name_case: found 'upper'; expected one of: "),
        ("pos_api: {url: ftp://example.test}", "pos_api.url: want https://HOST[:PORT]/PATH"),
        (
            "pos_api: {url: http://example.test}",
            "pos_api.url: want https; plain http is for this machine only"
        ),
        ("pos_api: {proxy: 'example.test:1'}", "pos_api.proxy: want http://HOST:PORT"),
        ("pos_api: {scope: till}", "pos_api.scope: found 'till'; expected one of: merchant, customer"),
        ("pos_api: {ca_file: ca.pem}", "pos_api.ca_file: found a relative path"),
        ("log: {level: verbose}", "log.level: found 'verbose'; expected one of: trace"),
    ])
    func `a value out of range is named with what is allowed`(text: String, error: String) {
        #expect(complaint(text).contains(": \(error)"), "\(complaint(text))")
    }

    @Test(arguments: [
        ("sockets: []", "sockets: the list is empty"),
        ("sockets: [{path: /a}, {path: /a}]", "sockets[1]: another socket has the same path already"),
        ("scanners: [{name: a}, {name: a}]", "scanners[1]: another scanner has the same name already"),
        ("sockets: [{calls: [account.verfy]}]", "sockets[0].calls[0]: found 'account.verfy'; did you mean"),
    ])
    func `what contradicts itself or isn't built yet is refused`(text: String, error: String) {
        #expect(complaint(text).contains(": \(error)"), "\(complaint(text))")
    }

    @Test(arguments: ["a: [", "a: b: c", "\tx: 1", "a: 'b", "key: *nowhere", "{a: 1, a: 2}", "a: 1\na: 2"])
    func `what is no YAML is named with its place`(text: String) {
        #expect(complaint(text).hasPrefix("f.yaml:"), "\(complaint(text))")
        #expect(complaint(text).split(separator: ":").prefix(3).dropFirst().allSatisfy { Int($0) != nil })
        #expect(!complaint(text).contains("\n"))
    }

    @Test func `an error leaves a place that is right in a longer file`() {
        let text = """
            # The lanes.
            sockets:
              - path: /run/a.sock   # the first
                hold: 30s

              - path: /run/b.sock
                hold: thirty
            """
        #expect(complaint(text).hasPrefix("f.yaml:7:11: sockets[1].hold: found 'thirty'"))
    }

    /// The error's one line; empty where there is none.
    private func complaint(_ text: String) -> String {
        do {
            _ = try Configuration(text)
            return ""
        } catch {
            return error.description
        }
    }
}
