// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// A package of its own beside the product, so that nobody who builds the product builds this. `make fuzz` gives the
// sanitizers' flags, without which it doesn't link.
let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "scanbridge", path: "..")],
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "CFuzzer",
                .product(name: "AAMVA", package: "scanbridge"),
                .product(name: "Scanning", package: "scanbridge"),
                .product(name: "SyntheticLicenses", package: "scanbridge"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "seeds",
            dependencies: [.product(name: "SyntheticLicenses", package: "scanbridge")],
            swiftSettings: strict),
    ]
)
