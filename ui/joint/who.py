"""Who "you" is on a page of a return that two people hold."""

from components.link import link
from components.notice import notice
from components.prose import paragraph, strong
from services.returns.estimate import Estimate
from services.words import sentence
from ui.joint.changes import way_to_changes


def who_is_you(estimate: Estimate, *, with_way: bool = True) -> None:
    """Say it, and which of the two that is on the form; nothing where one person holds the return.

    `with_way` is to the page about the two, for those whose return it is.
    """
    if not estimate.you:
        return
    who, which = who_in_words(estimate.you, as_spouse=estimate.as_spouse)
    with notice():
        with paragraph():
            strong(who)
        with paragraph(f"{which} ", small=True):
            if with_way and (way := way_to_changes(estimate)):
                link(sentence("joint.who.more", year=estimate.tax_year), way)


def who_in_words(name: str, *, as_spouse: bool) -> tuple[str, str]:
    """Who "you" is, and whether that is the taxpayer or the spouse of the form."""
    which = "spouse" if as_spouse else "taxpayer"
    return sentence("joint.who.you", name=name), sentence(f"joint.who.{which}")
