/// A licence's texts; `nil` where the card doesn't say.
package struct LicenseTexts: Sendable {
    package internal(set) var lastName: LicenseText?
    package internal(set) var firstName: LicenseText?
    /// All of them, with a blank between two.
    package internal(set) var middleNames: LicenseText?
    package internal(set) var nameSuffix: LicenseText?
    package internal(set) var street1: LicenseText?
    package internal(set) var street2: LicenseText?
    package internal(set) var city: LicenseText?
    package internal(set) var province: LicenseText?
    package internal(set) var postalCode: LicenseText?
    package internal(set) var number: LicenseText?
}
