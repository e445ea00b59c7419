"""What a person does on a page without a browser: types into a field that they find by its label, presses a button."""

import asyncio
from typing import Any

from nicegui import background_tasks
from nicegui.element import Element
from nicegui.testing.user_interaction import UserInteraction

from tests.app import Somebody, text_of

_NUMBER = 1
"""By it a browser knows which of its answers is saved: see components/field/waiting.js."""


def field(somebody: Somebody, label: str) -> Element:
    """The element that listens to what is typed under a label."""
    named = _named(somebody, label)
    if named.tag == "label":
        return next(each for each in elements(somebody) if each.html_id == named.props["for"])
    box = named.parent_slot.parent  # type: ignore[union-attr]  # a legend lies in its fieldset
    return next(element for element in box.descendants() if _listens(element))


async def type_into(somebody: Somebody, label: str, *typed: str) -> None:
    """Type into a field and leave it."""
    await happens(somebody, field(somebody, label), "change", [_NUMBER, *typed])


async def hold_to_be_stale(somebody: Somebody, label: str) -> None:
    """What drafts.js says of a field whose draft was typed over another answer than is saved now."""
    places = field(somebody, label).ancestors()
    await happens(somebody, next(each for each in places if _listens(each, to="stale")), "stale", [])


async def tick(somebody: Somebody, label: str, *, on: bool = True) -> None:
    """Tick a box, or clear it."""
    lines = [each for each in elements(somebody) if each.tag == "label"]
    [line] = [each for each in lines if label in [text_of(inside) for inside in each.descendants()]]
    box = next(each for each in line.descendants() if each.tag == "input")
    await happens(somebody, box, "change", [_NUMBER, "on" if on else ""])


async def press(somebody: Somebody, label: str) -> None:
    """Press a button."""
    buttons = [each for each in elements(somebody) if each.tag == "button"]
    [button] = [each for each in buttons if label in [text_of(inside) for inside in each]]
    await happens(somebody, button, "click", [])


def asks_first(somebody: Somebody, label: str) -> bool:
    """Whether a button does nothing but open a question."""
    buttons = [each for each in elements(somebody) if each.tag == "button"]
    [button] = [each for each in buttons if label in [text_of(inside) for inside in each]]
    return button.props.get("aria-haspopup") == "dialog" and not _listens(button)


async def unfold(somebody: Somebody, summary: str) -> None:
    """Open a line that has more behind it."""
    folds = [each for each in elements(somebody) if each.tag == "details"]
    [fold] = [each for each in folds if summary in [text_of(inside) for inside in each.descendants()]]
    for event in ("wanted", "toggle"):
        await happens(somebody, fold, event, [])


def is_shown(somebody: Somebody, label: str) -> bool:
    """Whether a question is on the page and not hidden."""
    return all(above.visible for above in field(somebody, label).ancestors(include_self=True))


def is_said(somebody: Somebody, text: str) -> bool:
    """Whether these words stand somewhere on the page and are not hidden."""
    found = [each for each in elements(somebody) if text_of(each) == text]
    return any(all(above.visible for above in each.ancestors(include_self=True)) for each in found)


def is_linked(somebody: Somebody, label: str) -> bool:
    """Whether a link on the page leads to the place where this question is asked."""
    links = {each.props.get("href") for each in elements(somebody) if each.tag == "a"}
    places = [above for above in field(somebody, label).ancestors(include_self=True) if above.tag != "main"]
    return any(f"#{place.html_id}" in links for place in places)  # to the main part as a whole leads every page


def told_at_once(somebody: Somebody) -> dict[str, str]:
    """What the summary says, by the fields to which its links lead. Each says the same, and is marked as wrong."""
    named = {each.props.get("for"): text_of(each) for each in elements(somebody) if each.tag == "label"}
    [summary] = [each for each in elements(somebody) if "error-summary" in each.classes]
    links = {each.props["href"]: _words_in(each) for each in summary.descendants() if each.tag == "a"}
    to = [each for each in elements(somebody) if f"#{each.html_id}" in links]
    assert [each.props.get("aria-invalid") for each in to] == ["true"] * len(links)
    told = {named[href.removeprefix("#")]: message for href, message in links.items()}
    assert [somebody.says().count(message) for message in told.values()] == [2] * len(told)
    return told


def _words_in(element: Element) -> str:
    return " ".join(text_of(each) for each in element.descendants(include_self=True)).strip()


def heard(somebody: Somebody) -> str:
    """What was read out last."""
    regions = [each for each in elements(somebody) if each.props.get("role") == "status" and text_of(each)]
    return " ".join(text_of(region) for region in regions)


def _named(somebody: Somebody, label: str) -> Element:
    [named] = [each for each in elements(somebody) if each.tag in {"label", "legend"} and text_of(each) == label]
    return named


def elements(somebody: Somebody) -> list[Element]:
    """Everything on the page, hidden or not."""
    assert somebody.client
    return list(somebody.client.elements.values())


def _listens(element: Element, to: str = "") -> bool:
    listeners = element._event_listeners  # pylint: disable=protected-access # NiceGUI has no public way to ask
    return any(to in {"", listener.type} for listener in listeners.values())


async def happens(somebody: Somebody, element: Element, event: str, args: list[Any]) -> None:
    """What a browser sends when something happens to an element. The server would drop it where that is hidden."""
    assert not element.is_ignoring_events
    interaction: UserInteraction[Any] = UserInteraction(user=somebody, elements={element}, target=None)
    before = set(background_tasks.running_tasks)
    interaction.trigger(event, args)
    await asyncio.gather(*(background_tasks.running_tasks - before))
