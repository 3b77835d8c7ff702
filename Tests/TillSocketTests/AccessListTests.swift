import Testing

@testable import TillSocket

@Suite struct AccessListTests {
    let list = AccessList(ownUser: 500, users: [700], group: 44)

    @Test func `root, the own user and listed users are admitted`() {
        for user: UInt32 in [0, 500, 700] {
            #expect(list.admits(PeerCredentials(user: user, group: 1, groups: [])))
        }
    }

    @Test func `members of the group are admitted by primary or supplementary group`() {
        #expect(list.admits(PeerCredentials(user: 900, group: 44, groups: [])))
        #expect(list.admits(PeerCredentials(user: 900, group: 1, groups: [3, 44])))
    }

    @Test func `others are not`() {
        #expect(!list.admits(PeerCredentials(user: 900, group: 1, groups: [3])))
    }

    @Test func `without a group no membership helps`() {
        let list = AccessList(ownUser: 500, users: [], group: nil)
        #expect(!list.admits(PeerCredentials(user: 900, group: 44, groups: [44])))
    }
}
