"""What each of two people changed in the return that they hold, and the way to that list."""

from collections.abc import Sequence

from components.layout import section
from components.prose import paragraph
from services.returns.changes import ChangeOfTwo, ToldChange
from services.returns.estimate import Estimate
from services.words import sentence
from ui.estimate.changes_table import changes_table


def list_of_changes(changes: Sequence[ChangeOfTwo]) -> None:
    """Which answer it was, from what to what, by whom and when: the same list for both, each in their own words."""
    who = {each.change: _who(each) for each in changes}

    def said(change: ToldChange) -> str:
        return who[change]

    with section(sentence("joint.changes.title")):
        paragraph(sentence("joint.changes.about"))
        changes_table(sentence("joint.changes.title"), [each.change for each in changes], who=said)


def way_to_changes(estimate: Estimate) -> str:
    """The address of that list; empty where nobody else holds the return, or for who helps with it."""
    if not estimate.you or estimate.helping is not None:
        return ""
    return f"/tax/{estimate.tax_year}/together?estimate={estimate.return_id}"


def _who(each: ChangeOfTwo) -> str:
    return sentence("joint.changes.you") if each.is_own else each.who or sentence("joint.changes.unknown")
