extension JSONWriter {
    /// The applicant object of the till protocol.
    ///
    /// - Parameter fields: the keys to show; empty: all.
    public mutating func applicant(_ applicant: Applicant, fields: [Applicant.Field] = []) {
        object { json in
            if fields.isEmpty, applicant.asMembers({ json.members($0) }) { return }
            applicant.eachValue { field, value in
                guard fields.isEmpty || fields.contains(field) else { return }
                json.member(field.key, utf8: value)
            }
        }
    }

    /// The list of the till protocol's warning objects.
    public mutating func warnings(_ warnings: [ApplicantWarning]) {
        array {
            for warning in warnings {
                $0.object {
                    $0.member("code", warning.code.rawValue)
                    $0.member("field", ifPresent: warning.field?.rawValue)
                    $0.member("message", warning.message)
                }
            }
        }
    }

    /// Every decoded element, as `{"version":…,"issuer":…,"elements":[…]}`.
    public mutating func document(_ document: Document) {
        object {
            $0.member("version", ifPresent: document.version)
            $0.member("issuer", ifPresent: document.issuer)
            $0.key("elements")
            $0.array { for item in document.items { $0.item(item) } }
        }
    }

    /// The till protocol's scanner object.
    public mutating func scanner(_ scanner: ScannerStatus) {
        object {
            $0.member("name", scanner.name)
            $0.member("transport", scanner.transport.rawValue)
            $0.member("state", scanner.state.rawValue)
            $0.member("model", ifPresent: scanner.model)
            $0.member("vendor", ifPresent: scanner.vendor)
            $0.member("product", ifPresent: scanner.product)
            $0.member("serial", ifPresent: scanner.serial)
            $0.member("port", ifPresent: scanner.port)
            if let wedge = scanner.wedge { $0.members(of: wedge) }
        }
    }

    /// A wedge's settings, as members of the object of the till protocol's scanner.
    public mutating func members(of wedge: WedgeStatus) {
        if wedge.layouts.count == 1 {
            member("layout", wedge.layouts[0])
        } else {
            key("layouts")
            array { for layout in wedge.layouts { $0.string(layout) } }
        }
        member("layout_origin", wedge.origin.rawValue)
        if let capsLock = wedge.capsLock { member("caps_lock", capsLock) }
        member("control_characters", ifPresent: wedge.controlCharacters?.rawValue)
    }

    private mutating func item(_ item: Document.Item) {
        object {
            $0.member("id", item.id)
            $0.member("subfile", item.subfile)
            $0.member("name", ifPresent: item.name)
            $0.member("text", ifPresent: item.text)
            $0.member("value", ifPresent: item.value)
        }
    }
}
