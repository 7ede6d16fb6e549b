#!/usr/bin/env python3
"""Files as office programs save them, for the trials in a browser: `office.py FOLDER`.

Writes lijst.xlsx (a list of what was asked, offered and agreed, invented, with one wrong region), lijst-goed.xlsx (the same,
mended) and verslag.docx (a report of a few paragraphs).
"""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROWS = [
    ["Soort", "Omschrijving", "Wie", "Regio", "Status", "Opmerking"],
    ["Vraag", "Wie geeft gastlessen over zonnedaken?", "Lyceum De Els", "Noordhoek", "open", "bel Jo: 06 12345678"],
    ["Vraag", "Een plek voor een open dag", "Lyceum De Els", "Noordhoek", "gekoppeld", ""],
    ["Aanbod", "Een leeg lokaal met krachtstroom", "Van Dam Installaties", "Noordhoek", "gekoppeld", ""],
    ["Aanbod", "Twee middagen in de werkplaats", "Van Dam Installaties", "Noordhoek", "open", ""],
    ["Deal", "Samen zonnedaken leggen", "Lyceum De Els / Van Dam Installaties", "Noordhoek", "afgesproken", ""],
    ["Deal", "De open dag in de werkplaats", "Lyceum De Els / Van Dam Installaties", "Noordhoekk", "lopend", "later"],
    ["Idee", "Een fietstocht langs alle daken", "Bibliotheek Noordhoek", "Noordhoek", "", ""],
]
REPORT = [
    ("Heading1", "Streekmiddag Noordhoek"),
    ("", "Op een natte woensdag kwamen vijftig mensen naar het oude postkantoor. Zij praatten over daken."),
    ("Heading2", "Wat er werd gevraagd"),
    ("", "Scholen zoeken mensen die voor de klas willen staan. Bedrijven zoeken leerlingen die willen meelopen."),
    ("", "Aan het eind lagen er acht briefjes op tafel."),
]

TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def override(part, kind):
    return f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'


def relation(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)


def workbook(path, rows):
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(
            f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for column, cell in enumerate(row)
            if cell
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    write(
        path,
        {
            "[Content_Types].xml": TYPES.format(
                override("/xl/workbook.xml", "spreadsheetml.sheet.main")
                + override("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")
            ),
            "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "xl/workbook.xml")),
            "xl/_rels/workbook.xml.rels": RELATIONS.format(relation(1, "worksheet", "worksheets/sheet1.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Opbrengst" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEETS}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
        },
    )


def document(path, paragraphs):
    body = "".join(
        f'<w:p>{f"""<w:pPr><w:pStyle w:val="{style}"/></w:pPr>""" if style else ""}'
        f"<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
        for style, text in paragraphs
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/></w:style>' for level in (1, 2)
    )
    write(
        path,
        {
            "[Content_Types].xml": TYPES.format(
                override("/word/document.xml", "wordprocessingml.document.main")
                + override("/word/styles.xml", "wordprocessingml.styles")
            ),
            "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": RELATIONS.format(relation(1, "styles", "styles.xml")),
            "word/styles.xml": f'<w:styles xmlns:w="{WORDS}">{styles}</w:styles>',
            "word/document.xml": f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>',
        },
    )


folder = Path(sys.argv[1])
workbook(folder / "lijst.xlsx", ROWS)
workbook(folder / "lijst-goed.xlsx", [[cell.replace("Noordhoekk", "Noordhoek") for cell in row] for row in ROWS])
document(folder / "verslag.docx", REPORT)
