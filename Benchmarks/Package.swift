// swift-tools-version:6.2
import PackageDescription

// A package of its own beside the product, so that nobody who builds the product builds this. It has one executable,
// which `swift run` finds without a name.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "scanbridge", path: "..")],
    targets: [
        .target(name: "CBench"),
        .executableTarget(
            name: "bench",
            dependencies: [
                "CBench",
                .product(name: "AAMVA", package: "scanbridge"),
                .product(name: "Scanning", package: "scanbridge"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .treatAllWarnings(as: .error),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
            ]),
    ]
)
