"""The first page: what this is, the four ways to talk, and the ways to a refund estimate."""

from typing import Literal

from nicegui import ui

from components.button import button
from components.card import cards, listed_card
from components.form import form
from components.icon import icon
from components.layout import column, row, section, side, with_side
from components.link import link
from components.prose import heading, paragraph
from components.signed_version import signed_version_to_come
from services.tax import YEARS
from services.visitor import Person
from services.words import sentence
from ui.choices import talk_choice
from ui.guards import AnyVisit, Visit
from ui.page_frame import page_frame


@ui.page("/")
async def welcome_page(visit: AnyVisit) -> None:
    """Say what this is in a few sentences, and let people begin."""
    with page_frame("Your money, in your language", visit, has_heading=False):
        with with_side(even=True):
            with column():
                _what_this_is(visit)
            with side("Signed version"):
                signed_version_to_come(
                    "You see what you get back. Every line is explained.",
                    note="The signed version of this page is not filmed yet. It will be here.",
                )
        with section("How do you want to talk with us?"):
            _ways_to_talk(visit)
        with section("What do you need?"):
            _what_we_do()


def _what_this_is(visit: Visit) -> None:
    heading("Your money, in your language")
    paragraph(
        "We help Deaf and hard-of-hearing people with their taxes. "
        "You see what you get back, and every line is explained in plain English. "
        "You never need to hear or speak to use this service."
    )
    with row():
        _begin("Estimate my refund", "interview")
        _begin("See all questions on one page", "estimate", kind="quiet")
        if not isinstance(visit.visitor, Person):
            link("Sign in", "/sign-in", kind="quiet")
    paragraph("It takes about 10 minutes. You need no account to start.", soft=True, small=True)


def _begin(words: str, way: str, *, kind: Literal["main", "quiet"] = "main") -> None:
    with form("/api/forms/estimate", label=words, hidden={"tax_year": str(YEARS[0]), "way": way}):
        button(words, kind=kind, submit=True)


def _ways_to_talk(visit: Visit) -> None:
    paragraph("Your choice is shown at the top of every page. You can change it at any time.")
    with form("/api/forms/display", label="How we talk", hidden={"next": "/"}):
        talk_choice(visit.preferences.talk, hidden_legend=True)
        button("Save my choice", kind="quiet", submit=True)
    with paragraph("Tell us more, so that we can reach you well. "):
        link("Answer 8 short questions", "/intake")


def _what_we_do() -> None:
    with cards(), listed_card():
        icon("receipt-text")
        with heading("", 3):
            link("Taxes", "/tax")
        paragraph("See your refund for 2025 or 2026. Every line is explained.")
        with paragraph(sentence("review.welcome.about")):
            link(sentence("review.welcome.link"), f"/tax/{YEARS[0]}/review")
