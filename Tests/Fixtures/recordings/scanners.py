"""Scanners at their work: what each sends of a card that it reads well."""
from cards import *
from keyboard import Keyboard
from model import ONE, baud, line, reports, wedge
from tape import Tape

SERIAL = [
    line("honeywell-3310g-com", "Honeywell Vuquest 3310g, USB COM", "0c2e:0b6a",
         "usb.ids; Honeywell 1300g user's guide 4-1: plug-and-play codes add CR"),
    line("honeywell-1300g-rs232", "Honeywell RS-232, plug-and-play code with CR LF", "",
         "Honeywell 1300g user's guide 4-1: 38,400 baud, CR LF", TEXAS, applicant(TEXAS_APPLICANT), b"\r\n", **baud(38400)),
    line("honeywell-xenon-1902", "Honeywell Xenon 1902 in its cradle, USB COM", "0c2e:092a",
         "a device path in a public repository; two cards one after the other",
         ONTARIO + b"\r" + TEXAS, ONE + applicant(TEXAS_APPLICANT)),
    line("zebra-com", "Zebra and Symbol, USB CDC host", "05e0:1701", "usb.ids; no suffix until one is set", suffix=b""),
    line("symbol-serial", "Symbol, its own serial protocol", "05e0:0600",
         "kernel, symbolserial.c: the driver takes each packet's length byte away", packet=63),
    line("datalogic-gryphon-com", "Datalogic Gryphon and QuickScan, USB-COM", "05f9:4204",
         "usb.ids; Datalogic GBT4400 reference guide: 9600 8N1, suffix CR", **baud(9600)),
    line("datalogic-powerscan-9600", "Datalogic PowerScan 9600", "05f9:2216", "code in a public repository: CDC",
         TEXAS, applicant(TEXAS_APPLICANT), b"\r\n"),
    line("newland-hr52-com", "Newland HR52, USB COM, with AIM identifiers", "1eab:8306",
         "usb.ids; Newland HR52 user guide: AIM prefix", b"]L2" + ONTARIO, suffix=b"\r\n"),
    line("cino-s680", "Cino S680", "1fbb:3850", "VotingWorks vxsuite: 115,200 baud, CR, PDF417 only", **baud(115200)),
    line("unitech-ts100", "Unitech TS100", "2745:300a", "VotingWorks vxsuite: 115,200 baud, CR",
         TEXAS, applicant(TEXAS_APPLICANT), **baud(115200)),
    line("e-seek-m260", "E-Seek M260 behind FTDI's bridge", "0403:6001",
         "E-Seek programming guide: 9600 8N1; FTDI: 62 bytes a packet, 16 ms latency timer", suffix=b"", packet=15, every=0.016),
    line("e-seek-m250-stripe", "E-Seek M250, a card swiped", "0403:6001",
         "E-Seek: barcode and stripe; BC Teleplan 4 specification 4.2.4", STRIPE,
         applicant(STRIPE_APPLICANT, STRIPE_WARNINGS), suffix=b"\r", packet=15, every=0.016),
    line("opticon-m10-com", "Opticon M-10, USB COM", "065a:a002", "code in a public repository: CDC, 9600 8N1",
         QUEBEC, applicant(QUEBEC_APPLICANT)),
    line("metrologic-vendor-serial", "Metrologic, bidirectional serial", "0c2e:0720", "usb.ids; kernel, metro-usb.c: packets of 64"),
    line("intermec-com", "Intermec, virtual COM port", "067e:0803", "usb.ids", TEXAS, applicant(TEXAS_APPLICANT)),
    line("access-is-com", "Access IS barcode module, serial", "0db5:0139", "usb.ids", suffix=b"", packet=32, every=0.002),
    line("rs232-4800", "An RS-232 scanner behind a slow line", "", "gpsd's log headers: 4800 8N1 is what old devices have",
         **baud(4800)),
    line("ean-with-aim", "A product over a serial line, with AIM identifier", "0c2e:0b6a", "ISO/IEC 15424: ]E0 is EAN-13",
         b"]E0" + EAN.encode(), product(EAN, "]E0")),
    line("gs1-datamatrix", "A GS1 DataMatrix with FNC1", "05f9:4204", "GS1 General Specifications 7.8: FNC1 is sent as GS",
         b"]d2010400638133393110LOT1\x1d21SERIAL1", product("010400638133393110LOT1\x1d21SERIAL1", "]d2")),
]

WEB_HID = "WebHidBarcodeScanner's offsets"
REPORTS = [
    reports("honeywell-1900-pos", "Honeywell Xenon and Voyager, HID POS", "0c2e:0907", "counted",
            "purejavahidapi#70; " + WEB_HID + " for Honeywell"),
    reports("honeywell-1400g-pos", "Honeywell Xenon and Voyager, HID POS", "0c2e:0b87", "counted",
            "a device path in a public repository; " + WEB_HID + " for Honeywell", TEXAS, applicant(TEXAS_APPLICANT), b"\r"),
    reports("honeywell-cm4680sr", "Honeywell CM4680SR, HID POS without AIM identifiers", "0c2e:10d3", "counted",
            "VotingWorks vxsuite, hid_pos.ts: the identifier is optional", aim=b""),
    reports("access-is-pos", "Access IS barcode module, HID POS", "0db5:013b", "counted",
            "usb.ids; Access IS LSR118 product manual, appendix B", QUEBEC, applicant(QUEBEC_APPLICANT)),
    reports("newland-fm420-pos", "Newland, HID POS", "1eab:1d10", "reserved",
            "usb.ids; Newland NLS-FM420 integration guide: no place for an AIM identifier", aim=b""),
    reports("newland-unnamed-pos", "Newland, HID POS", "1eab:1d10", "unnamed",
            "the same, should its descriptor name no fields", TEXAS, applicant(TEXAS_APPLICANT), aim=b""),
    reports("newland-prefix-pos", "Newland, HID POS with AIM identifiers in front of the data", "1eab:1d10", "reserved",
            "Newland HR52 user guide: AIM prefix; the same report", b"]L2" + ONTARIO, suffix=b"\r\n", aim=b""),
    reports("unitech-ms842n-pos", "Unitech MS842N, HID POS", "", "reserved", "Unitech MS842N manual: Newland's report",
            TEXAS, applicant(TEXAS_APPLICANT), b"\r", aim=b""),
    reports("zebra-pos", "Zebra and Datalogic, HID POS", "", "wide-count",
            WEB_HID + ": all but the flag lies one byte later", suffix=b"\r"),
    reports("datalogic-pos", "Zebra and Datalogic, HID POS", "", "wide-count", WEB_HID + ", for Datalogic",
            QUEBEC, applicant(QUEBEC_APPLICANT)),
    reports("ean-pos", "A product over HID POS, its AIM identifier beside the data", "0c2e:0907", "counted",
            "ISO/IEC 15424: ]E0 is EAN-13; " + WEB_HID, EAN.encode(), product(EAN, "]E0"), aim=b"]E0"),
    reports("cards-pos", "Two cards one after the other over HID POS", "0c2e:0907", "counted",
            "USB HID Point of Sale Usage Tables 1.02, 3.2: the flag tells where a scan ends",
            tape=Tape().report(ONTARIO, aim=b"]L2").report(TEXAS, aim=b"]L2"), expected=ONE + applicant(TEXAS_APPLICANT)),
]

PACES = "KeyboardBarcodeScanner's README, gaps between keys seen in a browser"
KEYBOARDS = [
    wedge("honeywell-1400g-kbd", "Honeywell Voyager 1400g, keyboard", "0c2e:0b81", PACES + ": Honeywell 10 ms",
          Keyboard(pace=0.005)),
    wedge("honeywell-3310g-dropped", "Honeywell Vuquest 3310g, control characters off", "0c2e:0b61",
          "Honeywell: KBDNPE0, without it they vanish", Keyboard(controls="nothing", pace=0.004),
          expected=applicant(ONTARIO_APPLICANT, ["repaired", "length_mismatch"])),
    wedge("metrologic-ms4980", "Metrologic MS4980", "0c2e:0206", "usb.ids", data=TEXAS, expected=applicant(TEXAS_APPLICANT)),
    wedge("zebra-ds2208-slow", "Zebra DS2208, keyboard at its slowest", "05e0:1200",
          PACES + ": Zebra 80 ms on average, peaks up to 100 ms", Keyboard(pace=0.04),
          pauses={place: 0.02 for place in range(0, 400, 9)}),
    wedge("zebra-ds2208-caps", "Zebra DS2208, Caps Lock simulated", "05e0:1200",
          "Zebra product reference guide, simulated Caps Lock", Keyboard(caps=True, pace=0.004)),
    wedge("datalogic-bc2090", "Datalogic BC2090 base station", "05f9:2206", PACES + ": Datalogic BC2090 1 ms",
          Keyboard(pace=0.0005)),
    wedge("datalogic-ctrl-shift", "Datalogic QuickScan, Ctrl with Shift and a capital", "05f9:2206",
          "Datalogic QD24 reference guide, Control Character Emulation 01", Keyboard(controls="capital chord", pace=0.004)),
    wedge("netum-nsl5", "Netum NSL-5", "", PACES + ": Netum NSL-5 6 ms", Keyboard(pace=0.003)),
    wedge("netum-nsc750", "Netum NSC750", "", PACES + ": Netum NSC750 19 ms", Keyboard(pace=0.0095), TEXAS,
          applicant(TEXAS_APPLICANT)),
    wedge("newland-fast", "Newland, fast keyboard without empty reports", "1eab:1d03",
          "usb.ids; Newland: KBWFAS, KBWPOR 1 ms", Keyboard(style="rolling")),
    wedge("newland-delayed", "Newland with the longest key delay", "1eab:0003", "Newland HR52 user guide: KBWDLY 40 ms",
          Keyboard(pace=0.02)),
    wedge("enter-for-lines", "A scanner that knows lines only", "", "axcella's blog, Koha's plugin: one segment a line, no RS",
          Keyboard(controls="enter", pace=0.003), expected=applicant(ONTARIO_APPLICANT, ["repaired"])),
    wedge("modifiers-for-controls", "A reader that taps Ctrl and Alt for separators", "",
          "Worth Data and HHP tables: GS, RS and US are Ctrl up, Alt down, Alt up", Keyboard(controls="modifiers", pace=0.004),
          expected=applicant(ONTARIO_APPLICANT, ["repaired"])),
    wedge("tera-2.4ghz", "Tera 2.4 GHz receiver", "0581:0107", "usb.ids", Keyboard(pace=0.004)),
    wedge("tera-evhk0012", "Tera EVHK0012", "0581:020c", "usb.ids", data=TEXAS, expected=applicant(TEXAS_APPLICANT)),
    wedge("hp-4430", "HP 4430", "03f0:0139", "usb.ids", Keyboard(pace=0.004)),
    wedge("access-is-kbd", "Access IS barcode module, keyboard", "0db5:013a", "usb.ids", suffix=b"\t"),
    wedge("intermec-kbd", "Intermec, keyboard", "067e:0801", "usb.ids", Keyboard(pace=0.004), suffix=b""),
    wedge("oke-ps2-usb", "A PS/2 wedge behind OKE's USB adapter", "05fe:1010",
          "node-hid#64; a low-speed device's reports are 8 ms apart", Keyboard(pace=0.008)),
    wedge("opticon-m10-kbd", "Opticon M-10, keyboard", "065a:a001", "code in a public repository", data=TEXAS,
          expected=applicant(TEXAS_APPLICANT)),
    wedge("keypad-digits", "A scanner whose digits come from the keypad", "", "united-manufacturing-hub#895",
          Keyboard(keypad=True, pace=0.003)),
    wedge("stripe-reader", "A stripe reader that is a keyboard", "", "py-aamva#3: a BC card's three tracks, swiped",
          Keyboard(pace=0.003), STRIPE, applicant(STRIPE_APPLICANT, STRIPE_WARNINGS)),
    wedge("product-with-marks", "A scanner set to put a letter before and after", "", "barcodebuddy#231: B…C round every code",
          data=b"B" + EAN.encode() + b"C", expected=product(f"B{EAN}C")),
    wedge("gs1-kbd", "Two equal products, and one with FNC1", "05e0:1200", "flutter_barcode_listener#62: GS arrives as Ctrl+]",
          tape=Keyboard().type(EAN.encode()).wait(1.5).then(Keyboard().type(EAN.encode())).wait(1.5).then(
              Keyboard().type(b"0104006381333931\x1d21S1")),
          expected=product(EAN) + product(EAN) + product("0104006381333931\x1d21S1")),
]

NUMBERS = [
    wedge("honeywell-alt", "Honeywell, Alt and the keypad", "0c2e:0b61", "Honeywell: KBDALT6, a character's number on the keypad",
          Keyboard(controls="number", pace=0.002)),
    wedge("zebra-emulate-keypad", "Zebra DS2208, Emulate Keypad with leading zero", "05e0:1200",
          "Zebra product reference guide, Emulate Keypad with Leading Zero", Keyboard(controls="long number", pace=0.002, by_number=True)),
    wedge("zebra-quick-keypad", "Zebra DS2208, Quick Keypad Emulation", "05e0:1200",
          "Zebra product reference guide: only what the keyboard lacks comes by number", Keyboard(controls="long number", pace=0.002)),
    wedge("datalogic-cp1252", "Datalogic PowerScan, special characters by CP1252", "05f9:2206",
          "Datalogic PBT9501 guide, Control Character Emulation 02", Keyboard(controls="long number", pace=0.002), QUEBEC,
          applicant(QUEBEC_APPLICANT)),
    wedge("newland-alt", "Newland, Alt and the keypad", "1eab:1d03", "Newland: KBWALT, KBWALZ for the zero",
          Keyboard(controls="long number", pace=0.002)),
    wedge("num-lock-framing", "A scanner that presses Num Lock round each number", "",
          "KeyboardBarcodeScanner: NumLock, Alt down, digits, Alt up, NumLock", Keyboard(controls="long number", num_lock=True)),
]


def country(name, title, layout, source, data=ONTARIO, expected=ONE, ids="1eab:1d03"):
    return wedge(name, title, ids, source, Keyboard(layout, pace=0.002), data, expected)


COUNTRIES = [
    country("country-gb", "A scanner set to the United Kingdom", "gb", "InvenTree#10589: @ and \" change places"),
    country("country-be", "A scanner set to Belgium", "be", "odoo#214407: digits come as àà&\"è"),
    country("country-ca-54", "A Honeywell set to Canada 54", "ca", "Honeywell 1200g user's guide A-7", ids="0c2e:0b81"),
    country("country-ca-18", "A Honeywell set to Canada 18", "ca(fr)", "Honeywell 1200g user's guide A-7", QUEBEC,
            applicant(QUEBEC_APPLICANT), ids="0c2e:0b81"),
    country("country-ca-csa", "A Newland set to Canada, multilingual", "ca(multix)",
            "Newland: 28 countries, 3 is Canada; CSA Z243.200 has @ on AltGr"),
] + [country(f"country-{code}", "A Newland set to a country of Europe", code, "Newland: 28 countries; odoo#214407's symptoms")
     for code in ("fr", "es", "it", "ch")] + [
    # By itself it is Germany's or Switzerland's, which differ in signs only: which of the two it is must be said.
    wedge("country-de", "A Newland set to a country of Europe", "1eab:1d03",
          "Newland: 28 countries; odoo#214407's symptoms", Keyboard("de", pace=0.002), layout="de"),
]

SCANNERS = SERIAL + REPORTS + KEYBOARDS + NUMBERS + COUNTRIES
