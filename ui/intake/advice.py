"""One recommendation: what to do, from which answers it follows, where it can be read, and the way to do it."""

from components.layout import row, section
from components.link import link
from components.prose import paragraph
from services.intake.recommending import Recommendation
from services.words import sentence

_WAYS = {"/tax": "intake.result.to_tax", "/contact": "intake.result.to_contact"}


def advice(each: Recommendation) -> None:
    """Draw it as a part of the page."""
    with section(sentence(f"intake.advice.{each.id}.title")):
        reasons = "; ".join(sentence(f"intake.because.{one}") for one in each.because)
        paragraph(f"{sentence('intake.result.because')} {reasons}.", soft=True)
        paragraph(sentence(f"intake.advice.{each.id}.what"))
        with row():
            link(sentence(_WAYS.get(each.to, "intake.result.to_costs")), each.to, kind="quiet")
        with paragraph(f"{sentence('intake.result.source')}: ", small=True):
            link(each.source, each.address)
