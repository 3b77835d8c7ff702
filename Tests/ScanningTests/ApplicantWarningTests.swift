import AAMVA
import Scanning
import Testing

@Suite struct ApplicantWarningTests {
    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Today {
        Today(try #require(CalendarDate(year: year, month: month, day: day)))
    }

    @Test func `a card is valid through its expiry day`() throws {
        #expect(try SampleReading([:], today: day(2034, 4, 17)).warnings.isEmpty)
        #expect(try SampleReading([:], today: day(2034, 4, 18)).warnings == ["expired govid_expiry"])
    }

    @Test func `a card is not valid before its issue day`() throws {
        #expect(try SampleReading([:], today: day(2019, 5, 12)).warnings.isEmpty)
        #expect(try SampleReading([:], today: day(2019, 5, 11)).warnings == ["not_yet_valid"])
    }

    @Test func `an age is reached on the birthday`() throws {
        let settings = ApplicantSettings(minimumAge: 21)
        let eve = try SampleReading(["DBB": "20050616"], settings: settings)
        let birthday = try SampleReading(["DBB": "20050615"], settings: settings)
        #expect(eve.warnings == ["under_age dob"])
        #expect(birthday.warnings.isEmpty)
    }

    @Test func `without a configured age nobody is too young`() throws {
        #expect(try SampleReading(["DBB": "20260614"]).warnings.isEmpty)
    }

    @Test func `a birth date that lies ahead is in doubt, and no matter of age`() throws {
        #expect(try SampleReading(["DBB": "20260616"]).warnings == ["repaired dob"])
    }

    @Test func `an age that nobody reaches is in doubt`() throws {
        #expect(try SampleReading(["DBB": "19060614"]).warnings.isEmpty)
        #expect(try SampleReading(["DBB": "19050614"]).warnings == ["repaired dob"])
    }

    @Test func `a machine without its clock judges no date, and says so`() throws {
        let built = try day(2026, 6, 1).date
        let read = try SampleReading(
            ["DBA": "19990101", "DBB": "19680101"], settings: ApplicantSettings(minimumAge: 99),
            today: Today(machine: try day(1970, 1, 1).date, builtOn: built))
        #expect(read.warnings == ["clock_wrong"])
    }

    @Test func `a machine's date is believed from the day of the build on`() throws {
        let built = try day(2026, 6, 1).date
        #expect(Today(machine: built, builtOn: built).isBelieved)
        #expect(try !Today(machine: day(2026, 5, 31).date, builtOn: built).isBelieved)
    }

    @Test func `a date that somebody named is believed, however old`() throws {
        #expect(try day(1970, 1, 1).isBelieved)
    }

    @Test func `a directory that errs is told with what was found`() throws {
        let finding = Finding.lengthMismatch(
            subfile: .driverLicense, declaredOffset: 0, foundOffset: 31, declaredLength: 367, foundLength: 366
        )
        let read = try SampleReading([:], findings: [finding])
        #expect(read.warnings == ["length_mismatch"])
        #expect(
            read.messages == [
                "The directory gives subfile DL offset 0 and length 367; found were 31 and 366."
            ])
    }

    @Test func `mended damage is told once a kind, with its first place`() throws {
        let read = try SampleReading(
            [:],
            findings: [
                .mended(.filler, at: 40), .mended(.headerBlanks, at: 9), .mended(.filler, at: 80),
                .missingSubfile(SubfileType("ZO")),
            ])
        #expect(read.warnings == ["repaired", "repaired", "repaired"])
        #expect(
            read.messages == [
                "Mended at byte 40: filler characters surround the data.",
                "Mended at byte 9: the header holds stray blanks.",
                "The directory names subfile ZO, which the record does not hold.",
            ])
    }

    @Test func `a value in doubt is told with its field`() throws {
        let read = try SampleReading([:], findings: [.doubtful(ElementID("DAG"), .strayText, at: 120)])
        #expect(read.warnings == ["repaired address_1"])
        #expect(
            read.messages == [
                "In doubt: the value of DAG at byte 120, where text stands outside any element."
            ])
    }

    @Test func `several names in one element are in doubt together`() throws {
        let read = try SampleReading(
            ["DCS": nil, "DAC": nil, "DAD": nil, "DAA": "SAMPLE,ROBIN,LEE"],
            findings: [.doubtful(ElementID("DAA"), .nameOrder, at: 120)])
        #expect(read.warnings == ["repaired last_name", "repaired first_name", "repaired middle_name"])
    }

    @Test func `no message quotes the card`() throws {
        let findings = Finding.Damage.allCases.flatMap {
            [Finding.mended($0, at: 1), .doubtful(ElementID("DCS"), $0, at: 2)]
        }
        let read = try SampleReading(
            ["DAQ": "ZZZ", "DAJ": "QC", "DDE": "T"], settings: ApplicantSettings(minimumAge: 90),
            today: day(2040, 1, 1), findings: findings)
        let messages = read.messages.joined()
        for value in ["SAMPLE", "ROBIN", "ZZZ", "TORONTO", "1985"] { #expect(!messages.contains(value)) }
        #expect(read.messages.count > Finding.Damage.allCases.count * 2)
    }
}
