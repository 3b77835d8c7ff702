/// Names of many shapes, those that look like a card's own identifiers among them.
extension Holder {
    static let familyNames = [
        "SAMPLE", "SPECIMEN", "SMITH", "TREMBLAY", "NG", "O'NEIL", "LEE-CHAN", "DE LA CRUZ", "ST. JOHN",
        "VAN DER BERG", "CÔTÉ", "MÜLLER", "D'AGOSTINO", "MCDADE", "DACOSTA", "DAISY", "MADDEN", "HADDAD",
        "DAGMAR", "DBAKER", "DCSMITH", "DDENVER", "DLAMINI", "IDE", "ENRIGHT", "ZVONAR", "ANSINGER",
        "NONESUCH",
        "UNAVLEY", "DAQ", "X", "FEATHERSTONEHAUGH-CHOLMONDELEY", "ALEXANDROPOULOS-CHRISTODOULIDIS IOANN",
    ]
    static let firstNames = [
        "JANE", "JOHN", "MICHAEL", "ZOÉ", "ANNE-MARIE", "MARY ROSE", "D'ARCY", "DAISY", "DADE", "DAG", "IDA",
        "DEAN", "DANA", "LINDA DEE", "DBBY", "DCTRIS", "J", "FRANÇOIS", "MAXIMILIAN-ALEXANDER",
        "ADA LOVELACE",
    ]
    static let middleNames = [
        "Q", "ANN", "JOHN", "DALE", "DAE", "DADDY", "RENÉ", "LEE", "M", "DCUS", "VI", "O'HARA", "ELIZABETH",
    ]
    static let cities = [
        "OTTAWA", "RICHMOND", "DAJO", "ST. JOHN'S", "TROIS-RIVIÈRES", "DALLAS", "BADEN", "VICTORIA",
        "PORTAGE LA PRAIRIE", "Y",
    ]
    static let streets = [
        "EXAMPLE ROAD", "MAIN ST APT 4", "DAJ STREET", "DAISY LANE", "12TH AVE NW", "RUE DES ÉRABLES",
        "O'CONNELL BLVD # 3", "DBA BLVD", "COUNTY ROAD 12/14", "ZVA WAY",
    ]
}
