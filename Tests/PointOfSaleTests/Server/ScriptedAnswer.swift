/// How a scripted server answers one request.
enum ScriptedAnswer: Sendable {
    case reply(status: Int = 200, body: String, headers: [String: String] = [:])
    /// The reply after a while.
    indirect case late(Duration, ScriptedAnswer)
    /// The connection is closed instead.
    case drop
    /// Nothing ever.
    case silence
    /// The head and some of the body, and then nothing.
    case stall(body: String)

    /// A deadline that passes soon where no answer comes, and one that no test on a busy machine misses where one does.
    var deadline: Duration {
        switch self {
        case .silence, .stall: .milliseconds(300)
        case .reply, .late, .drop: .seconds(120)
        }
    }

    static let token = ScriptedAnswer.reply(
        body:
            #"{"token_type":"bearer","access_token":"token-1","expires_in":1200,"refresh_token":"refresh-1"}"#
    )

    static let license = ScriptedAnswer.reply(
        body: """
            {"first_name":"ROBIN","middle_name":"LEE","last_name":"SAMPLE","dob":"1985-04-17",\
            "address_1":"12 EXAMPLE ST","city":"TORONTO","province":"ON","postal_code":"M5V 2T6","govid_type":"CADL",\
            "govid_issuedby":"ON","govid_number":"S04018500850417","govid_expiry":"2034-04-17"}
            """)
}
