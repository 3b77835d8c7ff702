import Scanning

extension JSONWriter {
    mutating func interestOffers(_ offers: InterestOffers) {
        object {
            $0.member("account_number", offers.accountNumber)
            $0.member("account_type", ifPresent: offers.accountType)
            $0.member("amount", ifPresent: offers.amount?.money)
            if let customer = offers.customer { $0.customer(customer) }
            if let regular = offers.regular { $0.regularPurchase(regular) }
            $0.key("promotional_purchase")
            $0.array { for plan in offers.plans { $0.plan(plan) } }
        }
    }

    private mutating func customer(_ customer: InterestOffers.Customer) {
        key("customer")
        object {
            $0.member("first_name", ifPresent: customer.firstName)
            $0.member("last_name", ifPresent: customer.lastName)
            $0.member("category_type", ifPresent: customer.category)
            $0.member("available_credit", ifPresent: customer.availableCredit?.money)
            $0.member("air", ifPresent: customer.annualRate?.text)
        }
    }

    private mutating func regularPurchase(_ purchase: InterestOffers.RegularPurchase) {
        key("regular_purchase")
        object {
            $0.member("term_amount", ifPresent: purchase.amount?.money)
            $0.member("air", ifPresent: purchase.annualRate?.text)
            $0.member("verify", ifPresent: purchase.maySkipVerification)
            $0.fees(purchase.fees)
        }
    }

    private mutating func plan(_ plan: InterestOffers.Plan) {
        object {
            $0.member("plan_id", ifPresent: plan.id)
            $0.member("plan_name", ifPresent: plan.name)
            $0.key("terms")
            $0.array { for term in plan.terms { $0.term(term) } }
        }
    }

    private mutating func term(_ term: InterestOffers.Term) {
        object {
            $0.member("term", ifPresent: term.length)
            $0.member("term_amount", ifPresent: term.amount?.money)
            $0.key("annual_rates")
            $0.array { for rate in term.rates { $0.annualRate(rate) } }
            $0.fees(term.fees)
        }
    }

    private mutating func annualRate(_ rate: InterestOffers.Rate) {
        object {
            $0.member("description", ifPresent: rate.description)
            $0.member("rate", ifPresent: rate.rate?.text)
            $0.member("type", ifPresent: rate.type)
            $0.member("message", ifPresent: rate.message)
        }
    }

    private mutating func fees(_ fees: [InterestOffers.Fee]) {
        key("fees")
        array {
            for fee in fees {
                $0.object {
                    $0.member("description", ifPresent: fee.description)
                    $0.member("amount", ifPresent: fee.amount?.money)
                    $0.member("type", ifPresent: fee.type)
                    $0.member("message", ifPresent: fee.message)
                }
            }
        }
    }
}
