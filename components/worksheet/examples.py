"""The states of worksheet."""

from components.link_list import Entry
from components.money_field import money_field
from components.prose import paragraph
from components.worksheet import Worksheet, WorksheetLine

DEDUCTION = WorksheetLine(
    "12e",
    "Form 1040, line 12e",
    "Standard deduction",
    "$15,750",
    "Everyone may leave this part of their pay untaxed. You get it without any receipts.",
    "Source: Form 1040 (2025), line 12e.",
)


def _note(key: str) -> None:
    paragraph(f"A note about line {key}.")


def three_lines() -> None:
    """Three lines of a form, leading up to what was typed"""
    field = money_field("Box 1: your wages")
    wages = Entry("Box 1: your wages", field.html_id)
    why, rest = "What your employer paid you.", "Wages less the deduction."
    Worksheet().show(
        [
            WorksheetLine("1z", "Form 1040, line 1z", "Wages", "$31,200", why, "Line 1z.", typed=(wages,)),
            DEDUCTION,
            WorksheetLine("15", "Form 1040, line 15", "Taxable income", "$15,450", rest, "Line 15.", ("1z", "12e")),
        ]
    )


def seen_by_two() -> None:
    """Two people look at the same line, and something stands below its explanation"""
    sheet = Worksheet(more=_note)
    sheet.show([DEDUCTION])
    sheet.mark("12e", "Dana looks here")


def no_lines() -> None:
    """No line yet"""
    Worksheet().show([])


def long_words() -> None:
    """Long words"""
    word = "Telecommunicationsdevicesandvideorelayequipment"
    first = WorksheetLine("16", "Schedule A, line 16", word, "$999,999,999", word, word, typed=(Entry(word, "/"),))
    Worksheet().show([first, WorksheetLine("17", "Schedule A, line 17", word, "$999,999,999", word, word, ("16",))])
