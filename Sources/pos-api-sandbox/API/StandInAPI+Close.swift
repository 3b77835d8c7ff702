extension StandInAPI {
    /// `accounts/…/close`: a Quebec account, for good. Closing it again changes nothing.
    ///
    /// How the service refuses another province's account is not published; here it is `wrong_inputs`.
    mutating func close(_ call: Call) throws(Refusal) -> JSON {
        let index = try account(of: call)
        guard accounts[index].isInQuebec else {
            throw .wrongInput("account_number", .string(call.route.accountNumber))
        }
        accounts[index].close()
        return [:]
    }
}
