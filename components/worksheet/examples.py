"""The states of worksheet."""

from components.worksheet import Worksheet, WorksheetLine


def three_lines() -> None:
    """Three lines of a form"""
    Worksheet().show(
        [
            WorksheetLine("1a", "Form 1040, line 1a", "Wages", "$31,200", "What you typed.", "Your W-2, box 1."),
            WorksheetLine(
                "12",
                "Form 1040, line 12",
                "Standard deduction",
                "$15,750",
                "Everyone may leave this part of their pay untaxed. You get it without any receipts.",
                "Form 1040 (2025), line 12.",
            ),
            WorksheetLine(
                "15",
                "Form 1040, line 15",
                "Taxable income",
                "$15,450",
                "Wages less deduction.",
                "Line 11 less line 12.",
            ),
        ]
    )


def no_lines() -> None:
    """No line yet"""
    Worksheet().show([])


def long_words() -> None:
    """Long words"""
    word = "Telecommunicationsdevicesandvideorelayequipment"
    Worksheet().show([WorksheetLine("24", "Schedule A, line 16", word, "$999,999,999.99", word, word)])
