"""One tax year: what is there, the ways to begin it or go on, and the way to remove it."""

from collections.abc import Mapping
from typing import Literal
from uuid import UUID

from components.button import button
from components.description_list import Entry, description_list
from components.form import form
from components.layout import row, section
from components.link import link
from components.prose import paragraph
from services.returns.years.overview import Held, Year
from services.reviews.how_far import HowFar
from services.words import moment, sentence
from ui.estimate.answer.in_words import outcome_in_words
from ui.estimate.opening import to_law_changes
from ui.years.filed import filed_in_words
from ui.years.review import review_in_words, way_to_review

Kind = Literal["main", "quiet"]
Reviews = Mapping[UUID, HowFar]
"""How far the review of each return is that has one, by the id of the return."""


def one_year(year: Year, reviews: Reviews, *, is_first: bool) -> None:
    """Draw it. Only the first year on the page has a main button, so that one way is the obvious one."""
    with section(sentence("interview.begin.year", year=year.tax_year)):
        if not year.returns:
            paragraph(sentence("years.how_far.none"))
        for number, held in enumerate(year.returns, start=1):
            _held(year, held, number, reviews.get(held.return_id))
        if year.begins_from:
            words = sentence("last_year.link", year=year.tax_year, last=year.begins_from)
            with paragraph():
                link(words, f"/tax/{year.tax_year}/last-year")
        to_law_changes(year.tax_year, year.follows)
        with row():
            _way(year.tax_year, "interview", kind="main" if is_first else "quiet")
            _way(year.tax_year, "estimate", kind="quiet")


def _held(year: Year, held: Held, number: int, review: HowFar | None) -> None:
    count = len(year.returns)
    if count > 1:
        paragraph(sentence("years.which", number=number, count=count))
    description_list(_told(held, review))
    which = sentence("years.of_these", number=number, year=year.tax_year) if count > 1 else str(year.tax_year)
    with row():
        if review:
            way_to_review(held, year.tax_year, review, which=which)
        _ways(year, held, which)


def _told(held: Held, review: HowFar | None) -> list[Entry]:
    told = [Entry(sentence("years.how_far.label"), sentence(f"years.how_far.{held.state}"))]
    if held.outcome is not None:
        told.append(Entry(sentence("years.result"), outcome_in_words(held.outcome)))
    if held.filed:
        told.append(Entry(sentence("years.filed.label"), filed_in_words(held.filed)))
    if review:
        told.append(review_in_words(held, review))
    return [*told, Entry(sentence("years.changed"), moment(held.changed_at))]


def _ways(year: Year, held: Held, which: str) -> None:
    several = len(year.returns) > 1
    if held.outcome is not None:
        at = f"?estimate={held.return_id}" if several else ""
        link(sentence("years.see_result", which=which), f"/tax/{year.tax_year}/result{at}")
    elif several:
        link(sentence("years.open", which=which), f"/tax/{year.tax_year}/estimate?estimate={held.return_id}")
    if held.outcome is not None:
        words = sentence("filed.link", year=which)
        link(words, f"/tax/{year.tax_year}/filed?estimate={held.return_id}")
    if held.is_shared or held.is_joint:
        code = "joint.link_shared" if held.is_shared else "joint.link"
        words = sentence(code, year=year.tax_year, who=held.fellow)
        link(words, f"/tax/{year.tax_year}/together?estimate={held.return_id}")
    if held.is_shared:
        return
    words = sentence("years.remove", which=which)
    hidden = {"return_id": str(held.return_id), "act": "remove"}
    with form("/api/forms/years", label=words, hidden=hidden):
        button(words, kind="quiet", submit=True)


def _way(year: int, way: str, *, kind: Kind) -> None:
    words = sentence(f"interview.begin.{way}", year=year)
    with form("/api/forms/estimate", label=words, hidden={"tax_year": str(year), "way": way}):
        button(words, kind=kind, submit=True)
