import PointOfSale
import Scanning

extension PointOfSaleSettings {
    /// What reaches a scripted server.
    static func test(_ server: ScriptedServer, authorities: String? = nil) throws -> PointOfSaleSettings {
        PointOfSaleSettings(
            address: try ServiceAddress(server.address), clientID: "sandbox",
            clientSecret: Secret("sandbox-secret"),
            authoritiesFile: authorities.map { Fixtures.path("certificates/\($0).pem") })
    }
}

extension PointOfSaleClient {
    /// Makes a call and gives its error.
    func error(
        _ call: PointOfSaleCall, _ parameters: [String: CallParameter], within time: Duration = .seconds(120)
    ) async
        -> PointOfSaleError?
    {
        do throws(PointOfSaleError) {
            _ = try await perform(call, parameters, within: time)
            return nil
        } catch {
            return error
        }
    }

    func perform(
        _ call: PointOfSaleCall, _ parameters: [String: CallParameter], within time: Duration = .seconds(120)
    ) async throws(PointOfSaleError) -> [UInt8] {
        let request: PointOfSaleRequest
        do throws(ParameterError) {
            request = try PointOfSaleRequest(call, parameters: parameters)
        } catch {
            throw PointOfSaleError(code: "parameters", message: "\(error)")
        }
        return try await perform(request, reference: .random(), deadline: .now + time)
    }
}
