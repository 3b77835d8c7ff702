/// A daemon's line as a person would like to read it.
struct TillLineText {
    let style: TerminalStyle

    /// `nil` for a line that has nothing to show.
    func text(_ line: TillLine) -> String? {
        switch line.type {
        case "hello": hello(line)
        case "reading": style(.faint, "… \(line.text("scanner") ?? "a scanner") is reading a licence")
        case "applicant": applicant(line)
        case "scan_failed":
            style(.red, "✗ \(line.text("reason") ?? "failed")") + ": \(line.text("message") ?? "")"
        case "repeated": style(.faint, "= the same licence again")
        case "barcode":
            "▮ barcode \(line.text("data") ?? "")"
                + (line.text("symbology").map { style(.faint, "  \($0)") } ?? "")
        case "scanner_added", "scanner_removed":
            line.group("scanner").map { scanner in
                style(.faint, line.type == "scanner_added" ? "+ " : "- ") + scannerText(scanner)
            }
        case "scanner_error", "error", "bye":
            style(.yellow, "! \(line.text("scanner") ?? line.type): ") + (line.text("message") ?? "")
        default: nil
        }
    }

    private func hello(_ line: TillLine) -> String {
        let scanners = line.groups("scanners").map(scannerText)
        let list = scanners.isEmpty ? "no scanner yet" : scanners.joined(separator: ", ")
        return style(
            .faint, "● connected to \(line.text("daemon") ?? "") \(line.text("version") ?? ""); \(list)")
    }

    private func scannerText(_ scanner: TillLine) -> String {
        let model = scanner.text("model").map { " \($0)" } ?? ""
        return
            "\(scanner.text("name") ?? "")\(model) (\(scanner.text("transport") ?? ""), \(scanner.text("state") ?? ""))"
    }

    private func applicant(_ line: TillLine) -> String {
        guard let applicant = line.group("applicant") else { return "" }
        func joined(_ keys: [String], by separator: String = " ") -> String? {
            let values = keys.compactMap(applicant.text)
            return values.isEmpty ? nil : values.joined(separator: separator)
        }
        let address = [
            joined(["address_1", "address_2"], by: ", "), joined(["city", "province", "postal_code"]),
            applicant.text("country"),
        ].compactMap(\.self).joined(separator: ", ")
        let rows: [(label: String, value: String?)] = [
            ("Name", joined(["first_name", "middle_name", "last_name", "name_suffix"])),
            ("Born", applicant.text("dob")),
            ("Address", address.isEmpty ? nil : address),
            ("Identity", joined(["govid_type", "govid_issuedby", "govid_number"])),
            ("Expires", applicant.text("govid_expiry")),
        ]
        let head = style(.green, "✓ applicant") + style(.faint, "  \(line.text("source") ?? "") decode")
        let body = rows.compactMap { row in
            row.value.map { "  " + row.label.padded(to: 10) + style(.strong, $0) }
        }
        let warnings = line.groups("warnings").map {
            style(.yellow, "  ! \($0.text("code") ?? "")") + ": \($0.text("message") ?? "")"
        }
        return ([head] + body + warnings).joined(separator: "\n")
    }
}
