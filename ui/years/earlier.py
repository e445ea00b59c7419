"""The years that are too long ago for us, and who works them out."""

from components.layout import section
from components.link import link, link_out
from components.prose import bullet_list, paragraph
from services.filing import ways
from services.tax import YEARS
from services.words import sentence

_PEOPLE = ("vita", "preparer")


def earlier_years() -> None:
    """Say that no law of theirs is here, also for a late or an amended return, and lead to a person."""
    with section(sentence("years.earlier.title", last=YEARS[0] - 1)):
        bullet_list([sentence("years.earlier.what", first=YEARS[0]), sentence("years.earlier.refund")])
        for way in ways():
            if way.name in _PEOPLE:
                with paragraph():
                    link_out(sentence(f"filing.{way.name}.link"), way.address)
        with paragraph():
            link(sentence("intake.result.to_contact"), "/contact")
