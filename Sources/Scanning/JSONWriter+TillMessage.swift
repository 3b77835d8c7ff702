extension JSONWriter {
    /// What every line of a scan bears.
    mutating func members(_ scan: ScanID, _ scanner: String, _ at: Timestamp) {
        member("scan", utf8: scan.digits.span)
        member("scanner", scanner)
        member("at", utf8: at.digits.span)
    }

    mutating func members(of hello: TillMessage.Hello) {
        member("protocol", 1)
        member("daemon", "scanbridge")
        member("version", hello.version)
        member("instance", hello.instance.text)
        key("seq")
        number(hello.sequence)
        scanners(hello.scanners)
    }

    mutating func members(of line: TillMessage.ApplicantLine, _ options: TillMessage.LineOptions) {
        members(line.scan, line.scanner, line.at)
        member("source", line.source.rawValue)
        key("applicant")
        applicant(line.applicant, fields: options.fields)
        if options.document, let document = line.document {
            key("document")
            self.document(document)
        }
        key("warnings")
        warnings(line.warnings)
    }

    mutating func members(of line: TillMessage.AccountsLine) {
        member("scan", utf8: line.scan.digits.span)
        member("at", utf8: line.at.digits.span)
        switch line.accounts {
        case .result(let accounts):
            key("accounts")
            json(accounts)
        case .failed(let failure): error(failure)
        }
    }

    /// A response's members beside its type and id.
    mutating func members(of outcome: CallOutcome) {
        switch outcome {
        case .result(let result):
            member("ok", true)
            key("result")
            json(result)
        case .failed(let failure):
            member("ok", false)
            error(failure)
        }
    }

    private mutating func error(_ failure: CallFailure) {
        key("error")
        object {
            $0.member("code", failure.code)
            $0.member("message", failure.message)
        }
    }

    mutating func members(of report: StatusReport) {
        member("uptime_s", report.uptimeSeconds)
        scanners(report.scanners)
        member("tills", report.tills)
        key("scans")
        counts(report.scans)
        key("remote")
        object {
            $0.member("state", report.remote.state.rawValue)
            $0.member("since", ifPresent: report.remote.since?.rfc3339)
        }
        guard let p50 = report.latencyP50, let p99 = report.latencyP99 else { return }
        key("latency_ms")
        object {
            $0.key("p50")
            $0.number(p50)
            $0.key("p99")
            $0.number(p99)
        }
    }

    private mutating func counts(_ counts: ScanCounts) {
        object {
            $0.member("applicant", counts.applicant)
            $0.key("scan_failed")
            $0.object {
                for reason in ScanFailure.Reason.allCases {
                    guard let count = counts.failed[reason] else { continue }
                    $0.key(named: reason.rawValue)
                    $0.number(count)
                }
            }
            $0.member("barcode", counts.barcode)
            $0.member("typed", counts.typed)
            $0.member("repeated", counts.repeated)
        }
    }

    private mutating func scanners(_ scanners: [ScannerStatus]) {
        key("scanners")
        array { for scanner in scanners { $0.scanner(scanner) } }
    }
}
