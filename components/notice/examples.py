"""The states of notice."""

from components.button import button
from components.layout import column
from components.notice import notice
from components.prose import paragraph


def info() -> None:
    """Good to know"""
    with notice():
        paragraph("Letters appear as you both type.")


def good() -> None:
    """Done"""
    with notice("good", title="Saved"):
        paragraph("You can stop here and come back at any time.")


def warn() -> None:
    """Please note"""
    with notice("warn"):
        paragraph("Federal tax only. State tax is not included.")


def bad() -> None:
    """A problem"""
    with notice("bad", title="We can’t work this out yet"):
        paragraph("Your return has income from a business. Ask a preparer.")


def below_a_button() -> None:
    """Below a button"""
    with column():
        button("I have looked at these", kind="quiet")
    with notice():
        paragraph("Talks by text.")


def long_words() -> None:
    """Long words"""
    with notice("warn", title="Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"):
        paragraph("Telecommunications" * 6)
