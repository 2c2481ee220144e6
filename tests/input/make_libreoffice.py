"""Makes the tables in `libreoffice/`: facts are put into a spreadsheet, and LibreOffice saves it as CSV.

    python tests/input/make_libreoffice.py SOFFICE

Run by hand (with LibreOffice 25.2 in November 2026); the tests read what it saved.
Numbers, dates and truths are cells of those kinds, so that LibreOffice writes them as its locale does.
"""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent / "libreoffice"
FILTER = "csv:Text - txt - csv (StarCalc):{separator},34,{charset},1,,0,{quote_all},true,false"
UTF_8, UTF_16 = 76, 65535

SAVED = {
    # name: the locale of the user, what the filter is told
    "german.csv": ("de-DE", {"separator": 59, "charset": UTF_8, "quote_all": "false"}),
    "english.csv": ("en-US", {"separator": 44, "charset": UTF_8, "quote_all": "true"}),
    "dutch-utf-16.tsv": ("nl-NL", {"separator": 9, "charset": UTF_16, "quote_all": "false"}),
    "german-truth.csv": ("de-DE", {"separator": 59, "charset": UTF_8, "quote_all": "false"}),
}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item></oor:items>"""
SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:boolean-style style:name="B1"><number:boolean/></number:boolean-style>
<style:style style:name="truth" style:family="table-cell" style:data-style-name="B1"/><number:date-style style:name="D1"><number:year number:style="long"/><number:text>-</number:text>
<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="D1"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="facts">{rows}</table:table></office:spreadsheet></office:body>
</office:document>"""


def cell(text: str, *, truths: bool) -> str:
    """One cell, of the kind that a person would make it."""
    if not text:
        return "<table:table-cell/>"
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return f'<table:table-cell office:value-type="float" office:value="{text}"/>'
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return f'<table:table-cell table:style-name="date" office:value-type="date" office:date-value="{text}"/>'
    if text in ("true", "false") and truths:
        return f'<table:table-cell table:style-name="truth" office:value-type="boolean" office:boolean-value="{text}"/>'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def sheet(rows: list[list[str]], *, truths: bool) -> str:
    """A flat OpenDocument spreadsheet."""
    lines = (f"<table:table-row>{''.join(cell(c, truths=truths) for c in row)}</table:table-row>" for row in rows)
    return SHEET.format(rows="".join(lines))


def main(soffice: str) -> None:
    """Save each table."""
    facts = [sys.executable, "-m", "dragoman", "facts", "debts.yaml", "--format", "csv"]
    written = subprocess.run(facts, cwd=HERE, check=True, capture_output=True, text=True).stdout
    rows = list(csv.reader(written.splitlines(keepends=True)))
    for name, (locale, settings) in SAVED.items():
        truths = locale == "en-US" or name == "german-truth.csv"
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, Path(name).stem + ".fods")
            source.write_text(sheet(rows, truths=truths), encoding="utf-8")
            profile = Path(folder, "profile", "user")
            profile.mkdir(parents=True)
            (profile / "registrymodifications.xcu").write_text(SETTINGS.format(locale=locale), encoding="utf-8")
            convert = [soffice, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to"]
            convert += [FILTER.format(**settings), "--outdir", folder, str(source)]
            subprocess.run(convert, check=True, capture_output=True)
            (HERE / name).write_bytes(source.with_suffix(".csv").read_bytes())


if __name__ == "__main__":
    main(sys.argv[1])
