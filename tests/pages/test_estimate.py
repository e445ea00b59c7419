"""The estimate page: what is typed is saved, and what it changes is shown."""

import asyncio
from typing import Any

from nicegui import background_tasks
from nicegui.element import Element
from nicegui.testing.user_interaction import UserInteraction

from tests.app import App, Somebody, text_of
from tests.people import guest


def _field(somebody: Somebody, label: str) -> Element:
    assert somebody.client
    elements = list(somebody.client.elements.values())
    [named] = [element for element in elements if element.tag in {"label", "legend"} and text_of(element) == label]
    if named.tag == "label":
        return next(element for element in elements if element.html_id == named.props["for"])
    box = named.parent_slot.parent  # type: ignore[union-attr]  # a legend lies in its fieldset
    return next(element for element in box.descendants() if _listens(element))


def _listens(element: Element) -> bool:
    listeners = element._event_listeners  # pylint: disable=protected-access # NiceGUI has no public way to ask
    return bool(listeners)


async def _type(somebody: Somebody, label: str, *typed: str) -> None:
    await _happens(somebody, _field(somebody, label), "change", list(typed))


async def _press(somebody: Somebody, label: str) -> None:
    assert somebody.client
    [button] = [
        element
        for element in somebody.client.elements.values()
        if element.tag == "button" and label in [text_of(inside) for inside in element]
    ]
    await _happens(somebody, button, "click", [])


async def _happens(somebody: Somebody, element: Element, event: str, args: list[str]) -> None:
    interaction: UserInteraction[Any] = UserInteraction(user=somebody, elements={element}, target=None)
    before = set(background_tasks.running_tasks)
    interaction.trigger(event, args)
    await asyncio.gather(*(background_tasks.running_tasks - before))


async def _rosa(app: App) -> Somebody:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await _type(somebody, "Filing status", "single")
    await _type(somebody, "Your date of birth", "4", "12", "1988")
    await _type(somebody, "Box 1: your wages", "31,200")
    await _type(somebody, "Box 2: federal income tax withheld", "$2,184.00")
    return somebody


async def test_a_guest_is_told_what_is_still_missing(app: App) -> None:
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    assert "your filing status" in somebody.says()
    assert "kept on this device" in somebody.says()


async def test_the_refund_follows_what_is_typed_and_is_said_to_those_who_look_elsewhere(app: App) -> None:
    somebody = await _rosa(app)
    assert "You get back $565." in somebody.says()
    assert "Federal only: state tax is not included." in somebody.says()
    assert "Computed in whole dollars with the IRS tax tables." in somebody.says()
    await _type(somebody, "Box 2: federal income tax withheld", "1000")
    assert somebody.says().count("You owe $619.") == 2  # on the card and in the live region


async def test_what_was_saved_is_there_on_the_next_visit(app: App) -> None:
    somebody = await _rosa(app)
    await somebody.open("/tax/2025/estimate")
    assert "You get back $565." in somebody.says()
    assert _field(somebody, "Box 1: your wages").props["defaultValue"] == "31,200"


async def test_every_line_says_why_and_where_it_comes_from(app: App) -> None:
    said = (await _rosa(app)).says()
    assert "Standard or itemized deductions" in said
    assert "Source: Form 1040, line 15 (2025)" in said
    assert "Comes from:" in said
    assert "Comes from what you typed: Box 2: federal income tax withheld." in said
    assert "Combined income" not in said


async def test_an_amount_that_is_none_is_refused_beside_the_field_and_changes_nothing(app: App) -> None:
    somebody = await _rosa(app)
    await _type(somebody, "Box 1: your wages", "a lot")
    assert "Type an amount in dollars" in somebody.says()
    assert "You get back $565." in somebody.says()


async def test_a_joint_return_asks_about_the_spouse_and_a_single_one_does_not(app: App) -> None:
    somebody = await _rosa(app)
    assert not _is_shown(somebody, "Your spouse’s date of birth")
    await _type(somebody, "Filing status", "married_joint")
    assert _is_shown(somebody, "Your spouse’s date of birth")
    assert "your spouse’s date of birth" in somebody.says()


async def test_a_dependent_is_added_asked_about_and_removed(app: App) -> None:
    somebody = await _rosa(app)
    await _press(somebody, "Add a person")
    await _type(somebody, "Date of birth", "6", "1", "2015")
    assert "You get back $5,835." in somebody.says()
    await _press(somebody, "Remove person 1")
    assert "The person is removed." in somebody.says()
    assert "You get back $565." in somebody.says()


def _is_shown(somebody: Somebody, label: str) -> bool:
    return all(above.visible for above in _field(somebody, label).ancestors(include_self=True))
