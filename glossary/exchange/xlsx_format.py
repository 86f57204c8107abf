"""Write XLSX: the table of ``csv`` as a workbook for people.  Needs the extra ``xlsx`` (openpyxl).

Header and ids stay in view, every column has a filter, source columns are locked (without password: a guard
against slips), statuses are chosen from a list, and a rendering's cell is green when approved, yellow when fuzzy and
red when it is missing.  Cells hold text, never formulas, and are marked so that editing one makes no formula of it
(ECMA-376, ``quotePrefix``).  The same glossary gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from glossary.errors import GlossaryError
from glossary.exchange import csv_format, vendors
from glossary.exchange.scope import Scope
from glossary.model import Glossary

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MAX_CELL = 32_767
"""Characters that a cell holds (Microsoft, "Excel specifications and limits")."""
_FIXED = "id kind subkind en en_admitted en_deprecated definition note translate context".split()
_WIDTHS = {"id": 18, "kind": 12, "subkind": 12, "translate": 10, "definition": 40, "note": 40, "context": 60}
"""Column → width in characters; 26 for forms."""
_COLORS = {"approved": "C6EFCE", "fuzzy": "FFEB9C", "missing": "FFC7CE"}
"""State of a rendering → RGB: Excel's own "good", "neutral" and "bad"."""
_HEADER_COLOR = "D9E1F2"


def _openpyxl() -> Any:
    try:
        import openpyxl  # noqa: PLC0415  (an extra)
        import openpyxl.formatting.rule  # noqa: PLC0415
        import openpyxl.worksheet.datavalidation  # noqa: PLC0415
        import openpyxl.writer.excel  # noqa: PLC0415
    except ImportError:
        raise GlossaryError("XLSX needs openpyxl", hint="run: pip install 'glossary[xlsx]'") from None
    return openpyxl


def export(glossary: Glossary, scope: Scope) -> bytes:
    """The workbook.  Raises ``GlossaryError`` for a text that is too long for a cell, or without openpyxl."""
    xl = _openpyxl()
    workbook = xl.Workbook()
    sheet = workbook.active
    rows = list(csv_format.rows(glossary, scope.languages))
    _fill(xl, sheet, "Glossary", rows)
    sheet.freeze_panes = f"{xl.utils.get_column_letter(_FIXED.index('en') + 2)}2"
    _protect(xl, sheet, rows[0])
    _choices(xl, sheet, rows[0])
    return _bytes(xl, workbook)


def phrase(glossary: Glossary, scope: Scope) -> bytes:
    """The plain workbook that Phrase TMS imports."""
    xl = _openpyxl()
    workbook = xl.Workbook()
    _fill(xl, workbook.active, "Terms", list(vendors.phrase_tms(glossary, scope.languages)))
    return _bytes(xl, workbook)


def _fill(xl: Any, sheet: Worksheet, title: str, rows: Sequence[Sequence[str]]) -> None:
    """Cells as text, a bold header, widths, a filter over everything."""
    sheet.title = title
    wrapped = xl.styles.Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, 1):
        for index, text in enumerate(row, 1):
            if not text:
                continue
            if len(text) > MAX_CELL:
                message = f"xlsx: a cell of {row[0]!r} would have more than {MAX_CELL:,} characters"
                raise GlossaryError(message, hint="shorten its definition or note")
            cell: Any = sheet.cell(number, index)
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = True
            cell.alignment = wrapped
    for index, name in enumerate(rows[0], 1):
        header: Any = sheet.cell(1, index)
        header.font = xl.styles.Font(bold=True)
        header.fill = xl.styles.PatternFill("solid", fgColor=_HEADER_COLOR)
        width = 11 if name.endswith("_status") else _WIDTHS.get(name, 26)
        sheet.column_dimensions[xl.utils.get_column_letter(index)].width = width
    sheet.auto_filter.ref = sheet.dimensions


def _protect(xl: Any, sheet: Worksheet, header: Sequence[str]) -> None:
    """Lock header and source columns; sorting, filtering and formatting stay allowed."""
    free = xl.styles.Protection(locked=False)
    for row in sheet.iter_rows(min_row=2, min_col=len(_FIXED) + 1, max_col=len(header)):
        for cell in row:
            cell.protection = free
    for column in ("definition", "note"):
        index = header.index(column) + 1
        for (cell,) in sheet.iter_rows(min_row=2, min_col=index, max_col=index):
            cell.protection = free
    sheet.protection.enable()
    sheet.protection.autoFilter = sheet.protection.sort = False
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.formatCells = False


def _choices(xl: Any, sheet: Worksheet, header: Sequence[str]) -> None:
    """A list to choose each status from, and colors that follow it."""
    last = max(sheet.max_row, 2)
    rule = xl.formatting.rule.FormulaRule
    for index, name in enumerate(header, 1):
        if index <= len(_FIXED) or not name.endswith("_status"):
            continue
        form, status = (xl.utils.get_column_letter(number) for number in (index - 1, index))
        choice = xl.worksheet.datavalidation.DataValidation("list", formula1='"approved,fuzzy"', allow_blank=True)
        choice.error, choice.errorTitle = "approved or fuzzy", "Status"
        choice.add(f"{status}2:{status}{last}")
        sheet.add_data_validation(choice)
        place = f"{form}2:{status}{last}"
        conditions = {
            "missing": f'${form}2=""', "fuzzy": f'${status}2="fuzzy"', "approved": f'${status}2="approved"',
        }  # fmt: skip
        for state, condition in conditions.items():
            fill = xl.styles.PatternFill("solid", bgColor=_COLORS[state])
            sheet.conditional_formatting.add(place, rule(formula=[condition], fill=fill, stopIfTrue=True))


def _bytes(xl: Any, workbook: Any) -> bytes:
    """The file without the hour of its making."""
    epoch = xl.utils.datetime.from_excel(2)  # 1 January 1900
    workbook.properties.creator = "glossary"
    workbook.properties.created = workbook.properties.modified = epoch
    packed = io.BytesIO()
    xl.writer.excel.ExcelWriter(workbook, zipfile.ZipFile(packed, "w")).save()
    result = io.BytesIO()
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.infolist():
            stamp = zipfile.ZipInfo(part.filename)  # dated 1 January 1980, the beginning of ZIP's time
            stamp.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(stamp, parts.read(part))
    return result.getvalue()
