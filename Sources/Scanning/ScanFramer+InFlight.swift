extension ScanFramer {
    /// A scan that has begun; its bytes are `current`.
    struct InFlight {
        let began: ContinuousClock.Instant
        /// Whether it follows a licence whose end was proven without silence between, so that it may still be a part of it.
        let followsLicence: Bool
        var pace: ScanPace
        /// Whether `reading` was told, so that a result must follow.
        var isAnnounced = false

        init(began: ContinuousClock.Instant, followsLicence: Bool) {
            self.began = began
            self.followsLicence = followsLicence
            pace = ScanPace(first: began)
        }

        /// What stands behind another code in one burst; it keeps that code's pace.
        init(continuing code: InFlight) {
            began = code.pace.last
            followsLicence = false
            pace = code.pace
        }
    }
}
