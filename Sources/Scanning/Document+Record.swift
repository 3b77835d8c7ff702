import AAMVA
extension Document { init(_ record: Record) { self.init(version: nil, issuer: nil, items: []) } }
