"""Amounts that change nothing, or count in part, with the reason: under the lines, and after the answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.layout import column
from components.link_list import Entry, link_list
from components.live_region import announce
from components.prose import heading, paragraph, phrase, strong
from services.returns.estimate import Estimate
from services.returns.explaining.idle import Idle
from services.returns.forms import box_for, told_by_forms
from services.returns.questions.about import question_about
from services.words import dollars, sentence
from ui.costs.said import said

IdleGroups = list[tuple[str, list[Entry]]]
"""Each reason with the amounts that it holds for."""


@dataclass(frozen=True, slots=True)
class IdleList:
    """Amounts under one heading."""

    title: str
    hint: str
    groups: IdleGroups


class IdleAmounts:
    """Drawn empty; `show` lists them by their reasons. `place_of` gives the id of the place of a question."""

    def __init__(self, place_of: Callable[[str], str]) -> None:
        self._place_of, self._box = place_of, column()
        self._shown: list[IdleList] = []

    def show(self, estimate: Estimate) -> None:
        """Say it anew only where it is another one: a link in it may have the focus."""
        lists = idle_in_words(estimate, self._place_of)
        if lists == self._shown:
            return
        self._shown = lists
        self._box.clear()
        with self._box:
            for each in lists:
                _draw(each)


class WhyNothing:
    """Why the answer that was saved last changes nothing, or counts in part. Empty while all of it counts."""

    def __init__(self) -> None:
        self._line = paragraph()
        with self._line:
            self._about, self._why = strong(""), phrase("")
        self._path, self._said = "", ""

    def show(self, estimate: Estimate, about: str = "") -> None:
        """`about` is the path of the answer that was saved here just now."""
        self._path = about or self._path
        idle = idle_at(estimate, self._path)
        self._about.text, self._why.text = (f"{_about(estimate, idle)} ", why_in_words(idle)) if idle else ("", "")
        self._line.set_visibility(bool(idle))
        says = f"{self._about.text}{self._why.text}"
        if says and (about or says != self._said):
            announce(says)
        self._said = says


def _draw(each: IdleList) -> None:
    heading(each.title, 3)
    paragraph(each.hint, soft=True)
    for why, entries in each.groups:
        link_list(entries)
        paragraph(why)


def idle_in_words(estimate: Estimate, place_of: Callable[[str], str]) -> list[IdleList]:
    """What changes nothing, and what counts in part, as far as there are any."""
    wholly = [idle for idle in estimate.idle if not idle.in_part]
    in_part = [idle for idle in estimate.idle if idle.in_part]
    return [
        IdleList(sentence(f"{about}.title"), sentence(f"{about}.hint"), _groups(found, estimate, place_of))
        for about, found in (("idle", wholly), ("partly", in_part))
        if found
    ]


def _groups(found: list[Idle], estimate: Estimate, place_of: Callable[[str], str]) -> IdleGroups:
    groups: dict[str, list[Entry]] = {}
    for idle in found:
        place = place_of(box_for(estimate.answers, idle.path))
        entry = Entry(question_about(estimate.answers, idle.path), place, dollars(idle.amount))
        groups.setdefault(why_in_words(idle), []).append(entry)
    return list(groups.items())


def idle_at(estimate: Estimate, path: str) -> Idle | None:
    """The amount that an answer is, or that a box of a form is part of, if it changes nothing or counts in part."""
    paths = {path, *_fields_of(estimate, path)}
    return next((idle for idle in estimate.idle if idle.path in paths), None) if path else None


def why_in_words(idle: Idle) -> str:
    """The reason in one to four sentences."""
    return " ".join(said(idle.why))


def _fields_of(estimate: Estimate, box: str) -> Iterator[str]:
    return (told.field for told in told_by_forms(estimate.answers) if told.box == box)


def _about(estimate: Estimate, idle: Idle) -> str:
    question = question_about(estimate.answers, idle.path)
    return sentence("idle.about", question=question, amount=dollars(idle.amount))
