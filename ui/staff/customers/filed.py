"""For one of us who reads a return: that its customer filed it already."""

from collections.abc import Sequence
from datetime import date

from components.notice import notice
from components.prose import paragraph
from services.words import sentence
from ui.years.filed import filed_in_words


def tell_filed(days: Sequence[date]) -> None:
    """On which days, and what a change now means. Nothing where nothing was marked."""
    if days:
        with notice(title=filed_in_words(days)):
            paragraph(sentence("years.filed.for_staff"))
