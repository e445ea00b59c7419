"""One estimate in two windows of the same browser: each hears of the other, and neither writes over the other."""

import asyncio

import pytest
from nicegui import Client

from tests.app import App, Somebody, text_of
from tests.pages.acting import elements, field, heard, hold_to_be_stale, is_said, is_shown, press, type_into, unfold
from tests.pages.rosa import rosa
from tests.people import guest
from ui.answers.following import CALM_SECONDS

PAGES = ("/tax/2025/estimate", "/tax/2025/costs")
WAGES, WITHHELD = "Box 1: your wages", "Box 2: federal income tax withheld"
ELSEWHERE = "Another window or device changed it."
LISTS = [(PAGES[0], "Add a person", "Remove person 1"), (PAGES[1], "Add a cost", "Remove cost 1")]
REMOVED = "Another window or device has removed something from this list."
NEWS = "Another window or device has changed answers on this page."


async def _two_windows(app: App, path: str = PAGES[0]) -> tuple[Somebody, Somebody]:
    one, other = await guest(app), app.somebody()
    other.http_client.cookies = one.http_client.cookies
    await one.open(path)
    await other.open(path)
    return one, other


async def _hears(other: Somebody, words: str) -> None:
    async with asyncio.timeout(50 * CALM_SECONDS):
        while words not in other.says():  # noqa: ASYNC110  # there is no event to wait for
            await asyncio.sleep(CALM_SECONDS / 10)


async def test_a_change_in_one_window_is_marked_at_its_question_in_the_other(app: App) -> None:
    one, other = await _two_windows(app)
    await type_into(one, WAGES, "31,200")
    await _hears(other, "In another window or on another device, this answer is now: $31,200.")
    assert NEWS in heard(other)
    assert "this answer is now" not in one.says()
    assert not field(other, WAGES).props.get("defaultValue")  # what somebody may be typing in is left alone


async def test_the_other_answer_is_shown_when_the_person_asks_for_it(app: App) -> None:
    one, other = await _two_windows(app)
    await type_into(one, WAGES, "31,200")
    await _hears(other, "this answer is now")
    await press(other, "Show $31,200")
    assert field(other, WAGES).props["defaultValue"] == "31,200"
    assert "this answer is now" not in other.says()
    await type_into(other, WAGES, "31,500")
    assert "was changed in another window" not in other.says()


async def test_whoever_was_slower_reads_both_answers_and_chooses(app: App) -> None:
    one, other = await _two_windows(app)
    await asyncio.gather(type_into(one, WAGES, "100"), type_into(other, WAGES, "200"))
    slower = one if "You wrote: " in one.says() else other
    faster = other if slower is one else one
    mine = "$100" if slower is one else "$200"
    assert "This answer was changed in some other window, or on some other device." in slower.says()
    assert f"You wrote: {mine}. Which one is right?" in slower.says()
    await press(slower, f"Save {mine}")
    assert "Which one is right?" not in slower.says()
    assert field(slower, WAGES).props["defaultValue"] == mine.removeprefix("$")
    await _hears(faster, f"this answer is now: {mine}.")


async def test_what_was_typed_over_an_answer_that_is_no_longer_saved_writes_over_nothing(app: App) -> None:
    one, other = await _two_windows(app)
    await type_into(one, WAGES, "100")
    await other.open(PAGES[0])
    await hold_to_be_stale(other, WAGES)
    await type_into(other, WAGES, "200")
    assert "this answer is now: $100." in other.says()
    assert "You wrote: $200. Which one is right?" in other.says()


async def test_what_was_typed_into_a_field_that_is_asked_no_more_is_not_saved_by_itself(app: App) -> None:
    one, other = await rosa(app), app.somebody()
    other.http_client.cookies = one.http_client.cookies
    await press(one, "Add a form W-2")
    await other.open(PAGES[0])
    await hold_to_be_stale(other, WAGES)  # typed before the form stood there, and brought back by a reload
    await type_into(other, WAGES, "450")
    assert "You wrote: $450. Which one is right?" in other.says()
    assert "You get back $565" in other.says()
    await press(other, "Take it out here too")
    assert is_shown(other, WAGES)  # the focus is there
    await type_into(one, "Who sent you this form?", "Wegmans")
    await _hears(other, "W-2 from Wegmans")
    assert not is_shown(other, WAGES)


def way_from(somebody: Somebody, label: str) -> str:
    """Where the only link with these words leads."""
    texts = (each for each in elements(somebody) if text_of(each) == label)
    [link] = [text.parent_slot.parent for text in texts if text.parent_slot]
    return str(link.props["href"])


def places_around(somebody: Somebody, button: str) -> list[str]:
    """The places of the page in which a button stands, as links name them."""
    [words] = [each for each in elements(somebody) if text_of(each) == button]
    return [f"#{above.html_id}" for above in words.ancestors()]


@pytest.mark.parametrize(("typed", "said"), [("single", "Single"), ("married_joint", "Married, one return together")])
async def test_a_choice_is_named_by_its_words(app: App, typed: str, said: str) -> None:
    one, other = await _two_windows(app)
    await type_into(one, "Filing status", typed)
    await _hears(other, f"this answer is now: {said}.")


async def test_what_this_person_chose_is_named_by_its_words_too(app: App) -> None:
    one, other = await _two_windows(app)
    await type_into(one, "Filing status", "single")
    await type_into(other, "Filing status", "married_joint")
    assert "You chose: Married, one return together. Which one is right?" in other.says()
    assert "Filing status: This answer was changed in some other window" in heard(other)
    assert "Choose which one is right." in heard(other)
    assert way_from(other, "Go to both answers") in places_around(other, "Save Married, one return together")
    await press(other, "Save Married, one return together")
    await _hears(one, "this answer is now: Married, one return together.")


async def test_only_the_last_of_several_refused_answers_can_be_saved(app: App) -> None:
    one, other = await _two_windows(app)
    await type_into(one, WAGES, "100")
    await type_into(other, WAGES, "200")
    await type_into(other, WAGES, "300")
    assert "Save $200" not in other.says()
    await press(other, "Save $300")
    await _hears(one, "this answer is now: $300.")


async def test_an_answer_that_was_taken_out_is_said_so(app: App) -> None:
    one, other = await _two_windows(app)
    await type_into(one, WAGES, "5")
    await _hears(other, "this answer is now: $5.")
    await press(other, "Show $5")
    await type_into(other, WAGES, "")
    await _hears(one, "this answer was taken out.")
    await press(one, "Take it out here too")
    assert not field(one, WAGES).props.get("defaultValue")


async def test_somebody_who_was_added_elsewhere_appears_and_takes_no_focus(app: App) -> None:
    one, other = await _two_windows(app)
    await press(one, "Add a person")
    await _hears(other, "Remove person 1")
    assert "is added" in heard(one)
    assert "is added" not in heard(other)


@pytest.mark.parametrize(("path", "add", "remove"), LISTS)
async def test_what_was_removed_elsewhere_is_said_there_and_not_where_it_was_removed(
    app: App, path: str, add: str, remove: str
) -> None:
    one, other = await _two_windows(app, path)
    await press(one, add)
    await _hears(other, remove)
    assert REMOVED not in other.says()
    await press(one, remove)
    await _hears(other, REMOVED)
    assert is_said(other, REMOVED)
    assert REMOVED in heard(other)
    assert remove not in other.says()
    assert REMOVED not in one.says()
    await press(one, remove.replace("Remove", "Put") + " back")
    await _hears(other, remove)
    assert other.says().count(REMOVED) == 1  # what was read out last, and nothing under the list


async def test_whoever_is_left_in_a_list_stays_where_somebody_may_be_typing_about_them(app: App) -> None:
    one, other = await _two_windows(app)
    for _ in range(3):
        await press(one, "Add a person")
    await _hears(other, "Remove person 3")
    asked = _asked_of_people(other)
    await press(one, "Remove person 1")
    await _hears(other, REMOVED)
    assert _asked_of_people(other) == asked[1:]
    assert "Person 2" in other.says()
    assert "Remove person 3" not in other.says()
    await press(one, "Put person 1 back")
    await _hears(other, "Remove person 3")
    assert _asked_of_people(other)[1:] == asked[1:]


def _asked_of_people(somebody: Somebody) -> list[str]:
    """What is drawn for each of them, from top to bottom."""
    drawn = somebody.client.layout.descendants() if somebody.client else ()
    return [each.html_id for each in drawn if text_of(each) == "Date of birth"]


@pytest.mark.parametrize(("path", "add", "remove"), LISTS)
async def test_two_that_are_removed_here_at_once_were_not_removed_elsewhere(
    app: App, path: str, add: str, remove: str
) -> None:
    somebody = await guest(app)
    await somebody.open(path)
    for _ in range(2):
        await press(somebody, add)
    await asyncio.gather(*(press(somebody, remove.replace("1", number)) for number in "12"))
    assert remove not in somebody.says()
    assert REMOVED not in somebody.says()


async def test_a_cost_that_was_added_elsewhere_appears_and_can_be_told_about_by_both(app: App) -> None:
    one, other = await _two_windows(app, PAGES[1])
    await press(one, "Add a cost")
    await _hears(other, "Remove cost 1")
    await type_into(other, "What did you pay for?", "hearing_aids")
    await _hears(one, "this answer is now: Hearing aids.")


async def test_a_page_that_was_left_stops_listening(app: App) -> None:
    _, other = await _two_windows(app)
    assert other.client
    following = {task for task in asyncio.all_tasks() if task.get_name().startswith("following ")}
    other.client.delete()
    await asyncio.sleep(0)
    assert sum(task.done() for task in following) == 1


async def test_a_page_whose_browser_never_came_does_not_look_again(app: App) -> None:
    one, _ = await _two_windows(app)
    known = set(Client.instances)
    await one.http_client.get(PAGES[0])
    [waiting] = [client for name, client in Client.instances.items() if name not in known]
    await type_into(one, WAGES, "31,200")
    await asyncio.sleep(3 * CALM_SECONDS)
    assert "this answer is now" not in " ".join(text_of(each) for each in waiting.elements.values())


async def test_the_reason_under_the_refund_fits_the_amount_that_comes_from_another_window(app: App) -> None:
    one, other = await rosa(app), app.somebody()
    other.http_client.cookies = one.http_client.cookies
    for window in (one, other):
        await window.open("/tax/2025/interview/w2")
    await type_into(other, WITHHELD, "2,284")
    assert is_said(other, "Up $100. You already paid: $100 more.")
    await _hears(one, "You get back $665")
    assert is_said(one, f"{ELSEWHERE} Up $100. You already paid: $100 more.")
    await type_into(one, WAGES, "32,200")
    assert is_said(one, "Down $120. Tax on your income: $120 more.")
    await _hears(other, "You get back $545")
    assert is_said(other, f"{ELSEWHERE} Down $120. Tax on your income: $120 more.")


async def test_no_reason_stands_under_a_refund_that_is_there_no_more(app: App) -> None:
    somebody = await rosa(app)
    await somebody.open("/tax/2025/interview/w2")
    assert "Up $2,184." in somebody.says()
    await somebody.open("/tax/2025/interview/about_you")
    await type_into(somebody, "Filing status", "married_joint")
    assert "Up $" not in somebody.says()


async def test_a_form_that_is_removed_here_changes_the_reason_too(app: App) -> None:
    somebody = await rosa(app)
    await unfold(somebody, "I have savings or investments")
    await type_into(somebody, "1099-INT, box 1: interest", "0")  # without any amount there is no result to compare
    await somebody.open("/tax/2025/interview/w2")
    await press(somebody, "Add a form W-2")
    await press(somebody, "Remove W-2 number 1")
    assert is_said(somebody, "Down $565. You already paid: $2,184 less. Tax on your income: $1,619 less.")
