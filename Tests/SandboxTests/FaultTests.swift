import Testing

@testable import pos_api_sandbox

@Suite struct FaultTests {
    @Test(arguments: [
        "delay=2s", "drop", "500", "409=piw_mismatch", "malformed", "slow-body=10s", "revoked-token",
        "wrong-certificate", "driverslicense:500*3", "lookup:delay=250ms*1", "drop*2",
    ])
    func `a fault is written as it is read`(text: String) throws {
        #expect(try Fault(text).description == text)
    }

    @Test(arguments: [
        "", "explode", "delay", "delay=2", "delay=x", "200", "600", "drop=1", "500*0", "500*", "scan:500",
        "lookup:wrong-certificate",
    ])
    func `what is no fault is refused with what would be one`(text: String) {
        #expect(throws: FaultError.self) { try Fault(text) }
    }

    @Test func `a fault happens as often as it says`() throws {
        var plan = FaultPlan([try Fault("500*2")])
        let kinds = [plan.next(for: .lookup), plan.next(for: .search), plan.next(for: .lookup)]
        #expect(kinds == [.status(500, code: nil), .status(500, code: nil), nil])
        #expect(plan.faults.isEmpty)
    }

    @Test func `a fault without a count happens always`() throws {
        var plan = FaultPlan([try Fault("drop")])
        let kinds = (0..<5).map { _ in plan.next(for: .close) }
        #expect(kinds.allSatisfy { $0 == .drop })
    }

    @Test func `a fault of one operation leaves the others alone`() throws {
        var plan = FaultPlan([try Fault("driverslicense:503")])
        let other = plan.next(for: .lookup)
        let own = plan.next(for: .driverslicense)
        #expect(other == nil)
        #expect(own == .status(503, code: nil))
    }

    @Test func `of several faults the first comes first`() throws {
        var plan = FaultPlan([try Fault("401*1"), try Fault("search:409"), try Fault("500")])
        let kinds = [plan.next(for: .search), plan.next(for: .search), plan.next(for: .close)]
        #expect(kinds == [.status(401, code: nil), .status(409, code: nil), .status(500, code: nil)])
    }

    @Test func `a wrong certificate is for handshakes, not for calls`() throws {
        var plan = FaultPlan([try Fault("wrong-certificate*1")])
        let call = plan.next(for: .token)
        let handshakes = [plan.nextHandshakeIsWrong(), plan.nextHandshakeIsWrong()]
        #expect(call == nil)
        #expect(handshakes == [true, false])
    }

    @Test(arguments: [
        ("90s", Duration.seconds(90)), ("1500ms", .milliseconds(1500)), ("20m", .seconds(1200)),
    ])
    func `a duration has a unit`(text: String, duration: Duration) {
        #expect(Duration(written: text) == duration)
    }
}
