import ArgumentParser
import Scanning

/// The parameters of the POS API's calls, under the API's own names; a call refuses those that it doesn't take.
struct PosParameters: ParsableArguments {
    @Option(help: ArgumentHelp("search: the customer's first name.", valueName: "name"))
    var firstName: String?

    @Option(help: ArgumentHelp("search: the customer's last name.", valueName: "name"))
    var lastName: String?

    @Option(help: ArgumentHelp("search: the customer's birth date, YYYY-MM-DD.", valueName: "date"))
    var dob: String?

    @Option(help: ArgumentHelp("search: narrows it to a postal code.", valueName: "code"))
    var postalCode: String?

    @Option(help: ArgumentHelp("lookup, verify, interest, close: the account.", valueName: "number"))
    var accountNumber: String?

    @Option(help: ArgumentHelp("lookup, verify: the number of a virtual card.", valueName: "number"))
    var vccNumber: String?

    @Option(help: ArgumentHelp("lookup: the customer.", valueName: "id"))
    var customerId: String?

    @Option(help: ArgumentHelp("lookup, interest: en or fr.", valueName: "language"))
    var lang: String?

    @Option(
        help: ArgumentHelp(
            "verify: sms, email, security_question, merchant_override or regular_purchase_bypass."))
    var format: String?

    @Option(help: ArgumentHelp("verify: the purchase that it is for.", valueName: "id"))
    var requestId: String?

    @Option(help: ArgumentHelp("verify: the security question's number.", valueName: "id"))
    var securityQid: String?

    @Option(
        help: ArgumentHelp(
            "verify: what the customer answers; better in a file, see --params.", valueName: "text"))
    var securityAnswer: String?

    @Option(help: ArgumentHelp("interest: the amount, such as 1250.00.", valueName: "amount"))
    var amount: String?

    /// Those that were given, by the API's names.
    var values: [String: CallParameter] {
        let all = [
            "first_name": firstName, "last_name": lastName, "dob": dob, "postal_code": postalCode,
            "account_number": accountNumber, "vcc_number": vccNumber, "customer_id": customerId,
            "lang": lang, "format": format, "request_id": requestId, "security_qid": securityQid,
            "security_answer": securityAnswer, "amount": amount,
        ]
        return all.compactMapValues { $0.map { .text($0) } }
    }
}
