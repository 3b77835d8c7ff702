"""People who don't exist, and the barcodes of their licences.

All that says who they are is made of letters and digits that occur nowhere else, so that a search for it means
something.
"""
import random

VOWELS, CONSONANTS = "AEIOU", "BCDFGHJKLMNPQRSTVWXZ"


class Person:
    """The `number`th person: always the same one."""

    def __init__(self, number):
        chance = random.Random(number)

        def word(syllables):
            return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables))

        def digits(count):
            return "".join(chance.choice("0123456789") for _ in range(count))

        self.last_name, self.first_name, self.middle_name = word(5), word(4), word(4)
        self.street, self.city = f"{chance.randrange(1000, 9999)} {word(4)} ROAD", word(4)
        self.postal_code = f"K{digits(1)}{chance.choice(CONSONANTS)} {digits(1)}{chance.choice(CONSONANTS)}{digits(1)}"
        self.birth = f"{chance.randrange(1930, 1970)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        self.number = self.last_name[0] + digits(14)
        self.document_number, self.inventory_number = word(4), digits(12)

    @property
    def values(self):
        """Every value that says who it is, in each form in which it is scanned or published."""
        return [
            self.last_name, self.first_name, self.middle_name, self.street, self.city,
            self.postal_code, self.postal_code.replace(" ", ""), self.birth, self.birth.replace("-", ""),
            self.number, self.document_number, self.inventory_number,
        ]

    @property
    def payload(self):
        """The barcode of an Ontario licence, AAMVA version 09, with a directory that is right."""
        subfiles = [
            ("DL", [
                f"DCS{self.last_name}", f"DAC{self.first_name}", f"DAD{self.middle_name}", "DBA20351201",
                "DBD20251006", f"DBB{self.birth.replace('-', '')}", "DBC2", "DAYUNK", "DAU170 cm",
                f"DAG{self.street}", f"DAI{self.city}", "DAJON", f"DAK{self.postal_code.replace(' ', ''):<11}",
                f"DAQ{self.number}", f"DCF{self.document_number}", "DCGCAN", "DDEN", "DDFN", "DDGN",
                f"DCK{self.inventory_number}", "DCAG", "DCB", "DCD",
            ]),
            ("ZO", [f"ZOA{self.last_name}", f"ZOB{self.first_name}", "ZOC", "ZOD"]),
        ]
        bodies = [name + "\n".join(elements) + "\r" for name, elements in subfiles]
        header = f"@\n\x1e\rANSI 63601209000{len(subfiles)}"
        offset = len(header) + 10 * len(subfiles)
        for (name, _), body in zip(subfiles, bodies):
            header += f"{name}{offset:04}{len(body):04}"
            offset += len(body)
        return header + "".join(bodies)

    def check(self, line, warnings=()):
        """That an `applicant` line is this person's, the whole of it and nobody else's, with these warnings."""
        expected = {
            "first_name": self.first_name, "middle_name": self.middle_name, "last_name": self.last_name,
            "dob": self.birth, "address_1": self.street, "city": self.city, "province": "ON",
            "postal_code": self.postal_code, "country": "CAN", "govid_type": "CADL", "govid_issuedby": "ON",
            "govid_number": self.number, "govid_expiry": "2035-12-01",
        }
        found = line.get("applicant")
        assert found == expected, f"expected {expected}, the till read {line}"
        assert [warning["code"] for warning in line["warnings"]] == list(warnings), line["warnings"]
