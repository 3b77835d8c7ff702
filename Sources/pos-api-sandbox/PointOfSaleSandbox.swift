import ArgumentParser

/// The stand-in POS API.
@main
struct PointOfSaleSandbox: AsyncParsableCommand {
    func run() async throws {}
}
