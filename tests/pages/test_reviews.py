"""Pages of a review: a customer asks and answers, a preparer takes, asks and approves; each page follows the other."""

import asyncio
import re
from typing import Any
from uuid import UUID

import pytest

from db.values.people import Role
from services.returns import listing
from services.returns.estimate import Estimate
from services.reviews import asking, preparing, queueing, reading, taking
from services.reviews.reading import Seen
from services.staff import customers
from services.staff.customers_returns import estimate_to_read
from services.visitor import Person
from services.words import sentence
from tests.app import App, Somebody, text_of
from tests.factories import a_cost, an_address
from tests.pages.acting import elements, heard, is_said, is_shown, press, tick, type_into, unfold
from tests.people import guest, known_as, somebody_as
from tests.services.reviews.reviewing import a_return, answered

pytestmark = pytest.mark.usefixtures("nobody_works_here")


ENDS_IT = "End the review without an approval"


def _opened(somebody: Somebody, summary: str) -> bool:
    """Whether the line with these words is open."""
    folds = [each for each in elements(somebody) if each.tag == "details"]
    [fold] = [each for each in folds if summary in [text_of(inside) for inside in each.descendants()]]
    return bool(fold.props.get("open"))


async def _says(somebody: Somebody, words: str) -> None:
    """What another page did is shown here, soon."""
    async with asyncio.timeout(5):
        while words not in somebody.says():  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.02)


async def _taken(app: App, dana: Somebody, preparer: Person, maria: Somebody) -> str:
    """Maria asks on her page, Dana takes it from the queue: the address of Dana's page."""
    await maria.open("/tax/2025/review")
    await press(maria, "Ask for a review")
    await maria.open("/tax/2025/review")
    assert "Your review waits for a preparer" in maria.says()
    async with app.house.transaction(preparer) as session:
        [waiting] = (await queueing.queue(session, preparer)).waiting
    await dana.open("/staff/reviews")
    assert "One review waits for a preparer." in dana.says()
    await press(dana, f"Take review {waiting.id.hex[-6:].upper()}")
    await _says(maria, "A preparer checks your return")
    return f"/staff/reviews/{waiting.id}"


async def test_a_review_from_the_wish_to_the_approval_on_both_pages(app: App) -> None:
    address = an_address()
    (maria, person), (dana, preparer) = await known_as(app, address=address), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    way = await _taken(app, dana, preparer, maria)
    assert address not in dana.says()
    assert person.person_id.hex[-6:].upper() not in dana.says()
    await dana.open(way)
    assert "Never call, and do not ask for a call." in dana.says()
    assert address in dana.says()
    assert "Two people hold this return." not in dana.says()
    await maria.open("/tax/2025/estimate")
    assert "A preparer checks this return now. They see which answers you change." in maria.says()
    await maria.open("/tax/2025/review")

    await type_into(dana, "What do you need from the customer?", "Do you have a 1099-INT?")
    await press(dana, "Ask the customer")
    await _says(maria, "A preparer asks you for something")
    assert "Do you have a 1099-INT?" in maria.says()
    assert "The customer has not answered what you asked: “Do you have a 1099-INT?”" in dana.says()
    await type_into(maria, "Your text", "No. I have none.")
    await press(maria, "Send")
    assert "Your text is sent." in maria.says()
    await _says(dana, "The customer answered")
    assert "No. I have none." in dana.says()
    assert "The customer has not answered what you asked" not in dana.says()

    await tick(dana, "I approve it, although this is open")
    await press(dana, "Approve it")
    await maria.open("/tax/2025/review")
    assert "A preparer approved this on" in maria.says()
    assert "Nothing has changed since then." in maria.says()
    assert (await dana.http_client.get(way)).status_code == 404
    for how, words in (
        ("approved", "You approved it."),
        ("closed", "You ended it without an approval."),
        ("handed_back", "You gave it back."),
        ("true", "You do not"),
    ):
        await dana.open(f"/staff/reviews?over={how}")
        assert words in dana.says()
    for questions in ("/tax/2025/estimate", "/tax/2025/interview/w2"):
        await maria.open(questions)
        assert "This return was checked and approved on" in maria.says()
        assert "The approval is for the figures of that day." in maria.says()
    await maria.open("/tax")
    assert "Checked and approved on" in maria.says()
    assert "See the review of 2025" in maria.says()
    await answered(app.house, person, return_id, "taxpayer.wages", "31201")
    await maria.open("/tax")
    assert "An answer has changed since then." in maria.says()
    await maria.open("/account/who-looked")
    for act in ("Took the review of your return", "Asked you for something", "Approved your return"):
        assert act in maria.says()
    assert "Ended the review with the approval, and does not see your return by it any more" in maria.says()
    assert "does not work for you" not in maria.says()


async def test_what_this_service_cannot_work_out_ends_with_a_reason_that_the_customer_reads(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    way = await _taken(app, dana, preparer, maria)
    await dana.open(way)
    assert is_said(dana, "Approve this return")
    assert not _opened(dana, ENDS_IT)
    async with app.house.transaction(person) as session:
        [form] = (await listing.add_form(session, person, return_id=return_id, kind="w2")).answers.forms.w2
    await answered(app.house, person, return_id, f"forms.w2.{form.id}.box_10", "1000")
    await _says(dana, "This service can’t work this return out, so it can’t be approved.")
    assert "Nothing is missing. This service can’t work the return out" in dana.says()
    assert not is_said(dana, "Approve this return")
    await press(dana, "End it without an approval")
    assert "Nothing is written yet." in dana.says()
    await type_into(dana, "Why do you not approve it?", "Box 10 needs form 2441. A VITA site does it for free.")
    await press(dana, "End it without an approval")
    for title in ("Your return was looked at and not approved", "Ask for another review"):
        await _says(maria, title)
    assert "Box 10 needs form 2441. A VITA site does it for free." in maria.says()
    assert (await dana.http_client.get(way)).status_code == 404
    await maria.open("/tax/2025/review")
    assert "Box 10 needs form 2441." in maria.says()
    await maria.open("/tax/2025/estimate")
    assert "and did not approve it. The review says why." in maria.says()
    await maria.open("/tax")
    assert "Looked at and not approved on" in maria.says()
    await maria.open("/account/who-looked")
    assert "Looked at your return and did not approve it" in maria.says()


async def test_a_review_whose_customer_does_not_answer_ends_with_a_reason_though_it_could_be_approved(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await a_return(app.house, person)
    await dana.open(await _taken(app, dana, preparer, maria))
    await type_into(dana, "What do you need from the customer?", "Do you have a 1099-INT?")
    await press(dana, "Ask the customer")
    await unfold(dana, ENDS_IT)
    assert is_said(dana, "Approve this return")
    await type_into(dana, "Why do you not approve it?", "You did not answer. Ask again when you have it.")
    await press(dana, "End it without an approval")
    await _says(maria, "Your return was looked at and not approved")
    assert "You did not answer. Ask again when you have it." in maria.says()


async def test_what_was_changed_before_the_question_was_opened_is_not_new_in_it(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    await dana.open(await _taken(app, dana, preparer, maria))
    await answered(app.house, person, return_id, "taxpayer.wages", "90000")
    await _says(dana, "The customer owes $9,071")
    await press(dana, "Approve this return")
    assert "This came while you were looking here" not in dana.says()
    assert is_said(dana, "1 answer was changed. It stands at the top of this page.")


async def test_a_preparer_sees_each_change_of_the_result_and_approves_what_they_saw(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    await dana.open(await _taken(app, dana, preparer, maria))
    assert "The customer gets back $565" in dana.says()
    assert "You get back" not in dana.says()
    await press(dana, "Approve this return")
    await tick(dana, "I have looked at what was changed")
    await answered(app.house, person, return_id, "taxpayer.wages", "90000")
    told = "Now: The customer owes $9,071. Before: The customer gets back $565."
    await _says(dana, told)
    assert told in heard(dana)
    assert is_said(dana, "“Box 1: your wages”: before $31,200, now $90,000")
    await press(dana, "Approve it")
    said = dana.says()
    assert "Answers were changed since you last looked. Tick the box" in said, "what was ticked before is gone"
    assert said.index("Tick the box when you have looked") < said.index("Look again"), "above the buttons"
    await tick(dana, "I have looked at what was changed")
    await press(dana, "Approve it")
    assert "Something is still open. Tick the box if you approve it all the same" in dana.says()
    await tick(dana, "I approve it, although this is open")
    await press(dana, "Approve it")
    await maria.open("/tax/2025/review")
    assert "you owe $9,071" in maria.says()


async def test_a_preparer_who_opens_a_review_again_is_told_what_was_changed_since_they_looked(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    way = await _taken(app, dana, preparer, maria)
    await maria.open("/tax/2025/review")
    await dana.open(way)
    title = "What changed since you last looked"
    assert not is_said(dana, title)
    for path, value in (("taxpayer.wages", "40000"), ("filing_status", "head_of_household"), ("everything_told", True)):
        await answered(app.house, person, return_id, path, value)
    await _says(maria, "You changed 3 answers after A preparer took the review")
    await _says(dana, "The customer changed 3 answers after you took the review")
    assert "An answer was changed. You find it at the top of this page." in heard(dana)
    await dana.open(way)
    assert is_said(dana, title)
    for words in ("3 answers were changed since", "Before: $31,200", "After: $40,000", "After: Head of household"):
        assert words in dana.says()
    assert is_said(dana, "See it among all answers"), "no line tells that this was everything"
    assert is_said(dana, "I have looked at what was changed")
    await press(dana, "Go to the line “Pay from jobs”")
    await press(dana, "I have looked at these changes")
    assert "You have looked at all that was changed." in heard(dana)
    for gone in (title, "I have looked at what was changed"):
        assert not is_said(dana, gone)
    await answered(app.house, person, return_id, "taxpayer.wages", "41000")
    await _says(dana, "1 answer was changed since")
    assert "Before: $31,200" not in dana.says()
    assert is_said(dana, title)


async def test_a_preparer_reads_every_answer_also_those_without_effect_and_what_is_open(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    for path, value in (("spouse.wages", "1000"), ("itemized.charity_cash", "40")):
        await answered(app.house, person, return_id, path, value)
    await a_cost(app.house, person, return_id, category="hearing_aids", amount="300", purpose="personal")
    async with app.house.transaction(person) as session:
        forms = (await listing.add_form(session, person, return_id=return_id, kind="w2")).answers.forms.w2
        told = await listing.add_dependent(session, person, return_id=return_id)
    for path, value in (
        (f"forms.w2.{forms[0].id}.payer", "Wegmans"),
        (f"forms.w2.{forms[0].id}.box_5", "31200"),
        (f"dependents.{told.answers.dependents[0].id}.date_of_birth", "2018-09-03"),
        (f"dependents.{told.answers.dependents[0].id}.full_time_student", "False"),
    ):
        await answered(app.house, person, return_id, path, value)
    await dana.open(await _taken(app, dana, preparer, maria))
    for asked_and_said in (
        "Your date of birth April 12, 1988",
        "$40",
        "Cost 1: Hearing aids, $300",
        "W-2 from Wegmans – Box 5: Medicare wages and tips $31,200",
        "Person 1: Date of birth September 3, 2018",
        "Person 1: Full-time student in five months of the year or more? No",
        "Typed, but not asked any more",
        "W-2 number 1 – Whose form is it? My spouse’s",
        "This could still change the result. The customer reads the same list:",
    ):
        assert asked_and_said in " ".join(dana.says().split())
    assert not [each for each in elements(dana) if "/interview/" in str(each.props.get("href"))]
    await answered(app.house, person, return_id, "itemized.charity_cash", "41")
    await _says(dana, "$41")


async def test_a_preparer_hears_of_a_change_that_leaves_the_result_as_it_was(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    await dana.open(await _taken(app, dana, preparer, maria))
    await answered(app.house, person, return_id, "taxpayer.wages", "31201")
    await _says(dana, "The result is the same as before.")


async def test_a_note_stands_at_its_line_of_the_result(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await a_return(app.house, person)
    way = await _taken(app, dana, preparer, maria)
    await maria.open("/tax/2025/result")
    assert "Note from your preparer" not in maria.says()
    review_id = UUID(way.rpartition("/")[2])
    async with app.house.transaction(preparer) as session:
        await preparing.note(session, preparer, "It has all your pay.", review_id=review_id, line="1040.11a")
    await maria.open("/tax/2025/result")
    assert maria.says().count("Note from your preparer") == 1
    assert "It has all your pay." not in maria.says()
    await unfold(maria, "Adjusted gross income (AGI)")
    for said in ("Note from your preparer A preparer, ", "It has all your pay.", "Read it in your review"):
        assert said in maria.says()


async def test_an_approval_changes_the_open_page_of_the_customer(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    way = await _taken(app, dana, preparer, maria)
    await unfold(maria, "Adjusted gross income (AGI)")
    await type_into(maria, "Your text", "One more thing:")
    review_id = UUID(way.rpartition("/")[2])
    async with app.house.transaction(preparer) as session:
        revision = (await estimate_to_read(session, person.person_id, return_id=return_id)).revision
        await preparing.approve(session, preparer, review_id=review_id, revision=revision, although_open=True)
    await _says(maria, "Ask for another review")
    assert "A preparer approved this on" in maria.says()
    assert "What you were writing was not sent." in maria.says()
    for gone in ("Write to the preparer", "Write about", "Check this code", "Stop the review"):
        assert gone not in maria.says()
    assert "Your return was checked and approved" in heard(maria)
    await answered(app.house, person, return_id, "taxpayer.wages", "31201")
    await _says(maria, "Your return has changed since it was approved")
    await press(maria, "Ask for a review")
    await _says(maria, "Your review waits for a preparer")


async def test_the_note_beside_the_questions_goes_on_being_true(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await a_return(app.house, person)
    at_questions, other = maria, app.somebody()
    other.http_client.cookies = maria.http_client.cookies
    await at_questions.open("/tax/2025/estimate")
    assert sentence("review.beside.link") not in at_questions.says()
    await _taken(app, dana, preparer, other)
    await _says(at_questions, sentence("review.beside.taken"))
    await press(other, sentence("review.withdraw.sure"))
    async with asyncio.timeout(5):
        while sentence("review.beside.link") in at_questions.says():  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.02)


async def test_what_is_written_comes_with_a_link_and_is_read_out_on_the_other_side(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await a_return(app.house, person)
    await dana.open(way := await _taken(app, dana, preparer, maria))
    assert not is_said(maria, "New on this page")
    review_id = UUID(way.rpartition("/")[2])
    async with app.house.transaction(preparer) as session:
        await preparing.note(session, preparer, "It has all your pay.", review_id=review_id, line="1040.11a")
    words = "A preparer wrote a note, about “Adjusted gross income (AGI)”"
    await _says(maria, words)
    assert f"{words}. A link to it is at the top of this page." in heard(maria)
    assert is_said(maria, "New on this page")
    assert not is_said(dana, "New on this page")
    for text in ("Thank you.", "One more thing."):
        async with app.house.transaction(person) as session:
            await asking.answer(session, person, text, review_id=review_id)
        await _says(dana, text)
        assert "The customer wrote a text. A link to it" in heard(dana)
    places = {each.html_id for each in elements(dana)}
    links = [each.props["href"].removeprefix("#") for each in elements(dana) if "data-leads-to-place" in each.props]
    assert len(links) == 2
    assert places.issuperset(links)


async def test_what_happens_while_the_page_is_drawn_is_shown_as_well(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await a_return(app.house, person)
    review_id = UUID((await _taken(app, dana, preparer, maria)).rpartition("/")[2])
    read = reading.latest_of

    async def read_and_overtaken(*asked: Any, **which: Any) -> Seen | None:
        seen = await read(*asked, **which)
        monkeypatch.undo()
        async with app.house.transaction(preparer) as session:
            await preparing.ask_for(session, preparer, "Do you have a 1099-INT?", review_id=review_id)
        return seen

    monkeypatch.setattr(reading, "latest_of", read_and_overtaken)
    await maria.open("/tax/2025/review")
    await _says(maria, "Do you have a 1099-INT?")


async def test_an_answer_that_is_changed_while_the_page_is_drawn_is_shown_as_well(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    (_, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    async with app.house.transaction(person) as session:
        review_id = (await asking.ask(session, person, return_id=return_id)).id
    async with app.house.transaction(preparer) as session:
        await taking.take(session, preparer, review_id=review_id)
    read = customers.estimate_at

    async def read_and_overtaken(*asked: Any, **which: Any) -> Estimate:
        estimate = await read(*asked, **which)
        monkeypatch.undo()
        await answered(app.house, person, return_id, "taxpayer.wages", "90000")
        return estimate

    monkeypatch.setattr(customers, "estimate_at", read_and_overtaken)
    await dana.open(f"/staff/reviews/{review_id}")
    await _says(dana, "Now: The customer owes $9,071.")


async def test_a_customer_can_check_the_preparer_once_one_is_there(app: App) -> None:
    (maria, person), (dana, preparer) = await known_as(app), await known_as(app, Role.PREPARER)
    await a_return(app.house, person)
    way = await _taken(app, dana, preparer, maria)
    await _says(maria, "A preparer checks your return")
    assert is_shown(maria, "Their code")
    await dana.open(way)
    await press(dana, "Show my code")
    digits = re.findall(r"\b\d{3} \d{3}\b", dana.says())[0]
    await type_into(maria, "Their code", digits)
    await press(maria, "Check this code")
    assert "The code is from A preparer, your tax preparer." in maria.says()
    async with app.house.transaction(preparer) as session:
        await taking.hand_back(session, preparer, review_id=UUID(way.rpartition("/")[2]))
    await _says(maria, "Your review waits for a preparer")
    assert not is_shown(maria, "Their code")


async def test_an_open_queue_says_politely_that_a_review_is_new_and_stays_as_it_is(app: App) -> None:
    (_, person), dana = await known_as(app), await somebody_as(app, Role.PREPARER)
    return_id = await a_return(app.house, person)
    await dana.open("/staff/reviews")
    assert not is_said(dana, "Show the list again")
    async with app.house.transaction(person) as session:
        review_id = (await asking.ask(session, person, return_id=return_id)).id
    await _says(dana, "1 new in this list.")
    assert "1 new in this list." in heard(dana)
    assert is_said(dana, "Show the list again")
    assert review_id.hex[-6:].upper() not in dana.says()
    async with app.house.transaction(other := (await known_as(app, Role.PREPARER))[1]) as session:
        await taking.take(session, other, review_id=review_id)
        await taking.hand_back(session, other, review_id=review_id)
    await dana.open("/staff/reviews")
    assert review_id.hex[-6:].upper() in dana.says()
    assert not is_said(dana, "1 new in this list.")


async def test_a_guest_and_a_stranger_have_no_review_and_who_has_no_return_begins_one(app: App) -> None:
    somebody = await guest(app)
    reply = await somebody.http_client.get("/tax/2025/review")
    assert (reply.status_code, reply.headers["location"]) == (303, "/sign-in?next=/tax/2025/review")
    maria, _ = await known_as(app)
    reply = await maria.http_client.get("/tax/2025/review")
    assert (reply.status_code, reply.headers["location"]) == (303, "/tax?without=2025")
