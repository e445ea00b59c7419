"""Why nobody begins a second return of a year, and what to do instead."""

from components.disclosure import disclosure
from components.prose import bullet_list
from services.words import sentence


def one_a_year() -> None:
    """To be opened: few ask."""
    with disclosure(sentence("years.one.title")):
        bullet_list([sentence(f"years.one.{each}") for each in ("irs", "other", "later")])
