import PointOfSale
import Scanning
import ServiceLifecycle
import TillSocket

/// Searches the accounts of those who were scanned, and publishes what is found.
///
/// It is no part of a scanner's session: neither an applicant's line nor the next scan waits for it.
struct AccountSearchService: Service {
    let queue: AccountSearchQueue
    let access: PointOfSaleAccess
    let resolver: Resolver
    let hub: TillHub

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for await search in queue.searches where await access.searchesAccounts {
                    group.addTask { await publish(search) }
                }
                group.cancelAll()
            }
        }
    }

    private func publish(_ search: AccountSearchQueue.Search) async {
        let accounts = await accounts(search)
        // The daemon stops: tills hear `bye`.
        guard !Task.isCancelled else { return }
        let line = TillMessage.AccountsLine(
            scan: search.scan, scanner: search.scanner, at: WallClock.now, accounts: accounts)
        await hub.publish(.accounts(line))
    }

    private func accounts(_ search: AccountSearchQueue.Search) async -> CallOutcome {
        do throws(PointOfSaleError) {
            return .result(try await resolver.accounts(of: search.applicant, scan: search.scan))
        } catch {
            return CallOutcome(error)
        }
    }
}
