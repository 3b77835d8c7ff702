"""Cards of nobody, as their barcodes hold them, and what a till must get of each.

What is expected is written beside what is put in, by docs/till-protocol.md, and never taken from the program.
"""


def barcode(issuer, version, *subfiles, entries=None):
    """A licence's barcode with a directory that is right. Source: AAMVA DL/ID Card Design Standard (2020), Annex D.

    entries: how many subfiles the directory names, where it names fewer than there are.
    """
    bodies = [kind + "\n".join(elements) + "\r" for kind, elements in subfiles]
    named = bodies[:entries]
    header = f"@\n\x1e\rANSI {issuer}{version}00{len(named):02}"
    offset, directory = len(header) + 10 * len(named), ""
    for body in named:
        directory += f"{body[:2]}{offset:04}{len(body):04}"
        offset += len(body)
    return (header + directory + "".join(bodies)).encode("latin-1")


def applicant(values, warnings=()):
    """The till's lines of a card that is used. warnings: `code` or `code field`; how often each comes is not said."""
    told = [dict(zip(("code", "field"), warning.split())) for warning in warnings]
    return [{"type": "reading"}, {"type": "applicant", "source": "local", "applicant": values, "warnings": told}]


def failed(reason, begun=True):
    """The till's lines of a scan that can't be used."""
    return [{"type": "reading"}] * begun + [{"type": "scan_failed", "reason": reason}]


def product(data, symbology=None):
    """The till's line of another barcode."""
    return [{"type": "barcode", **({"symbology": symbology} if symbology else {}), "data": data}]


ONTARIO_ELEMENTS = [
    "DCAG", "DCB", "DCD", "DBA20351201", "DCSSPECIMEN", "DACJANE", "DADQ", "DBD20251006", "DBB19811201", "DBC2",
    "DAYUNK", "DAU170 cm", "DAG100-19 EXAMPLE ROAD", "DAIOTTAWA", "DAJON", "DAKK1A0B1     ", "DAQS12345678816201",
    "DCFXX1234567", "DCGCAN", "DDEN", "DDFN", "DDGN", "DCK*1234567*"]
ONTARIO_OWN = ["ZOASPECIMEN,JANE,Q", "ZOBY", "ZOC", "ZOD", "ZOE", "ZOZS1234-56788-16201"]

# Two subfiles, the first for all jurisdictions and Ontario's own.
ONTARIO = barcode("636012", "09", ("DL", ONTARIO_ELEMENTS), ("ZO", ONTARIO_OWN))
# The same card whose directory doesn't tell of the second subfile.
ONTARIO_UNANNOUNCED = barcode("636012", "09", ("DL", ONTARIO_ELEMENTS), ("ZO", ONTARIO_OWN), entries=1)
ONTARIO_NUMBER = "S12345678816201"
ONTARIO_APPLICANT = {
    "first_name": "JANE", "middle_name": "Q", "last_name": "SPECIMEN", "dob": "1981-12-01",
    "address_1": "100-19 EXAMPLE ROAD", "city": "OTTAWA", "province": "ON", "postal_code": "K1A 0B1", "country": "CAN",
    "govid_type": "CADL", "govid_issuedby": "ON", "govid_number": ONTARIO_NUMBER, "govid_expiry": "2035-12-01"}

# One subfile, dates with the month first, a suffix.
TEXAS = barcode("636015", "08", ("DL", [
    "DCAC", "DCBNONE", "DCDNONE", "DBA05172034", "DCSSAMPLE", "DDEN", "DACROBIN", "DDFN", "DADLEE", "DDGN", "DCUJR",
    "DBD05172026", "DBB05171984", "DBC1", "DAYBRO", "DAU070 in", "DAG1 FIXTURE LN APT 2", "DAIAUSTIN", "DAJTX",
    "DAK787010000  ", "DAQ12345678", "DCF12345678901234567890", "DCGUSA", "DAZBRO"]))
TEXAS_APPLICANT = {
    "first_name": "ROBIN", "middle_name": "LEE", "last_name": "SAMPLE", "name_suffix": "JR", "dob": "1984-05-17",
    "address_1": "1 FIXTURE LN APT 2", "city": "AUSTIN", "province": "TX", "postal_code": "78701", "country": "USA",
    "govid_type": "USDL", "govid_issuedby": "TX", "govid_number": "12345678", "govid_expiry": "2034-05-17"}

# Letters with accents, in ISO 8859-1.
QUEBEC = barcode("604428", "08", ("DL", [
    "DCA5", "DCBNONE", "DCDNONE", "DBA20350212", "DCSEXEMPL\u00c9", "DDEN", "DACZO\u00c9", "DDFN", "DADNONE", "DDGN",
    "DBD20260212", "DBB19880212", "DBC2", "DAYBRU", "DAU165 cm", "DAG12 RUE DE LA POSTE", "DAIQU\u00c9BEC", "DAJQC",
    "DAKG1A1A1", "DAQE123412028809", "DCFQ123456789", "DCGCAN"]))
QUEBEC_APPLICANT = {
    "first_name": "ZO\u00c9", "last_name": "EXEMPL\u00c9", "dob": "1988-02-12", "address_1": "12 RUE DE LA POSTE",
    "city": "QU\u00c9BEC", "province": "QC", "postal_code": "G1A 1A1", "country": "CAN", "govid_type": "CADL",
    "govid_issuedby": "QC", "govid_number": "E123412028809", "govid_expiry": "2035-02-12"}

# British Columbia's barcode holds the three tracks of its stripe, which know the month of expiry only.
STRIPE = (b"%BCVICTORIA^SPECIMEN,$JANE MARIE^910 EXAMPLE ST$VICTORIA BC  V8W 1A1^?;6360281234567=350419850410=?"
          b"_%0AV8W1A1                     F170 65BRNBLU                          00S00023254?")
STRIPE_APPLICANT = {
    "first_name": "JANE", "middle_name": "MARIE", "last_name": "SPECIMEN", "dob": "1985-04-10",
    "address_1": "910 EXAMPLE ST", "city": "VICTORIA", "province": "BC", "postal_code": "V8W 1A1", "country": "CAN",
    "govid_type": "CADL", "govid_issuedby": "BC", "govid_number": "1234567", "govid_expiry": "2035-04-30"}
STRIPE_WARNINGS = ["partial_date govid_expiry"]

EAN = "4006381333931"
