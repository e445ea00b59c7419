"""What a preparer is told of answers that were changed since they looked, and what the timeline says of it."""

from datetime import timedelta
from typing import Any

import pytest

from db.values.reviews import ChangedBy
from services.audit.looking import looks_at
from services.clock import FixedClock
from services.errors import Conflict, NotFound
from services.house import House
from services.returns import listing
from services.returns.changes import MOST_SHOWN
from services.reviews import changed, preparing, taking
from services.reviews.changed import Change, Now
from services.reviews.reading import Seen
from services.visitor import Person
from tests.services.reviews.reviewing import Asked, a_preparer, answered, asked, hers, take, theirs

pytestmark = pytest.mark.usefixtures("nobody_works_here")
WAGES, WITHHELD = "taxpayer.wages", "payments.federal_income_tax_withheld"


async def _opened(house: House, dana: Person, review: Asked) -> tuple[Seen, Now]:
    """What the preparer sees on their page."""
    seen = await theirs(house, dana, review)
    async with house.transaction(dana) as session:
        return seen, await changed.for_preparer(session, dana, seen=seen)


async def _told(house: House, dana: Person, review: Asked) -> list[tuple[str, str, str]]:
    seen, now = await _opened(house, dana, review)
    return [_words(each) for each in now.since_looked(seen)]


def _words(change: Change) -> tuple[str, str, str]:
    return change.told.path, change.told.before, change.told.after


async def _look(house: House, dana: Person, review: Asked, revision: int) -> Seen:
    async with house.transaction(dana) as session:
        return await preparing.look_over(session, dana, review_id=review.review_id, revision=revision)


async def test_a_preparer_who_comes_back_is_told_each_change_until_they_say_that_they_looked(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    assert await _told(house, dana, review) == []
    await answered(house, review.maria, review.return_id, WAGES, "40000")
    wages = (WAGES, "$31,200", "$40,000")
    assert await _told(house, dana, review) == [wages]
    assert await _told(house, dana, review) == [wages], "to open the page again is no look"
    revision = (await _opened(house, dana, review))[1].estimate.revision
    await answered(house, review.maria, review.return_id, WITHHELD, None)
    assert await _told(house, dana, review) == [wages, (WITHHELD, "$2,184", "")]
    await _look(house, dana, review, revision)
    assert await _told(house, dana, review) == [(WITHHELD, "$2,184", "")], "what came meanwhile stays"
    assert (await _look(house, dana, review, revision + 99)).looked_revision == revision + 1
    assert await _told(house, dana, review) == []


async def test_a_change_says_whom_or_which_form_it_is_about(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    which: dict[str, Any] = {"return_id": review.return_id}
    async with house.transaction(review.maria) as session:
        for _ in range(2):
            estimate = await listing.add_dependent(session, review.maria, **which)
            estimate = await listing.add_form(session, review.maria, kind="w2", **which)
    await take(house, dana, review)
    (maya, other), (_, acme) = estimate.answers.dependents, estimate.answers.forms.w2
    for path, value in (
        (f"dependents.{maya.id}.first_name", "Maya"),
        (f"dependents.{maya.id}.permanently_disabled", False),
        (f"dependents.{other.id}.full_time_student", True),
        (f"forms.w2.{acme.id}.box_2", "900"),
        (f"forms.w2.{acme.id}.payer", "Acme"),
    ):
        await answered(house, review.maria, review.return_id, path, value)
    seen, now = await _opened(house, dana, review)
    assert [each.told.question.partition("?")[0] for each in now.since_looked(seen)] == [
        "Maya: First name",
        "Maya: Permanently and totally disabled",
        "Person 2: Full-time student in five months of the year or more",
        "W-2 number 2 (Acme) – Box 2: federal income tax withheld",
        "W-2 number 2 (Acme) – Who sent you this form",
    ]
    async with house.transaction(review.maria) as session:
        await listing.remove_dependent(session, review.maria, dependent_id=maya.id, **which)
        await listing.remove_form(session, review.maria, kind="w2", form_id=acme.id, **which)
    seen, now = await _opened(house, dana, review)
    gone = [each.told.question.partition("?")[0] for each in now.since_looked(seen)]
    assert gone[1::3] == ["Permanently and totally disabled", "W-2 – Who sent you this form"]


async def test_only_what_was_looked_at_is_approved(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    await answered(house, review.maria, review.return_id, WAGES, "40000")
    revision = (await _opened(house, dana, review))[1].estimate.revision
    approving: dict[str, Any] = {"review_id": review.review_id, "revision": revision, "although_open": True}
    with pytest.raises(Conflict, match=r"review\.not_looked"):
        async with house.transaction(dana) as session:
            await preparing.approve(session, dana, **approving)
    await _look(house, dana, review, revision)
    async with house.transaction(dana) as session:
        await preparing.approve(session, dana, **approving)
    assert (await hers(house, review)).approval


async def test_a_look_is_written_down_once_and_the_customer_reads_it(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    await answered(house, review.maria, review.return_id, WAGES, "40000")
    revision = (await _opened(house, dana, review))[1].estimate.revision
    for _ in range(2):
        await _look(house, dana, review, revision)
    async with house.transaction(review.maria) as session:
        acts = [each.act for each in (await looks_at(session, review.maria)).listed]
    assert acts.count("review.looked") == 1


async def test_nobody_looks_in_place_of_who_holds_the_review(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    await take(house, dana, review)
    await answered(house, review.maria, review.return_id, WAGES, "40000")
    with pytest.raises(NotFound):
        await _look(house, paul, review, 99)
    seen = await theirs(house, dana, review)
    with pytest.raises(NotFound):
        async with house.transaction(paul) as session:
            await changed.for_preparer(session, paul, seen=seen)


async def test_for_the_next_preparer_it_counts_from_where_they_took_it(house: House) -> None:
    review, dana, paul = await asked(house), await a_preparer(house), await a_preparer(house)
    await take(house, dana, review)
    await answered(house, review.maria, review.return_id, WAGES, "40000")
    revision = (await _opened(house, dana, review))[1].estimate.revision
    await _look(house, dana, review, revision)
    async with house.transaction(dana) as session:
        await taking.hand_back(session, dana, review_id=review.review_id)
    await answered(house, review.maria, review.return_id, WAGES, "50000")
    await take(house, paul, review)
    assert await _told(house, paul, review) == []
    await answered(house, review.maria, review.return_id, WAGES, "60000")
    assert await _told(house, paul, review) == [(WAGES, "$50,000", "$60,000")]


async def test_both_sides_read_after_which_step_how_many_answers_were_changed(house: House, clock: FixedClock) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    for path, value in ((WAGES, "40000"), (WAGES, "41000"), (WITHHELD, "2000")):
        await answered(house, review.maria, review.return_id, path, value)
        clock.advance(timedelta(minutes=1))
    async with house.transaction(dana) as session:
        await preparing.note(session, dana, "I saw that.", review_id=review.review_id)
    clock.advance(timedelta(minutes=1))
    await answered(house, review.maria, review.return_id, WAGES, "42000")
    seen, now = await _opened(house, dana, review)
    by = ChangedBy.CUSTOMER
    assert [(each.after, each.by, each.count) for each in now.batches(seen)] == [(1, by, 2), (2, by, 1)]
    assert [each.at - each.begun_at for each in now.batches(seen)] == [timedelta(minutes=2), timedelta()]
    revision = now.estimate.revision
    async with house.transaction(dana) as session:
        how = {"although_open": True, "has_looked": True}
        await preparing.approve(session, dana, review_id=review.review_id, revision=revision, **how)
    clock.advance(timedelta(minutes=1))
    await answered(house, review.maria, review.return_id, WAGES, "43000")
    seen = await hers(house, review)
    async with house.transaction(review.maria) as session:
        now = await changed.for_member(session, review.maria, seen=seen)
    by = ChangedBy.YOU
    assert [(each.after, each.by, each.count) for each in now.batches(seen)] == [(1, by, 2), (2, by, 1)]


async def test_of_very_many_changes_the_count_says_that_it_is_at_least_so_many(house: House) -> None:
    review, dana = await asked(house), await a_preparer(house)
    await take(house, dana, review)
    for number in range(MOST_SHOWN + 1):
        await answered(house, review.maria, review.return_id, WAGES, str(40_000 + number))
    seen, now = await _opened(house, dana, review)
    [batch] = now.batches(seen)
    assert (batch.count, batch.is_more, len(now.changes)) == (1, True, MOST_SHOWN)
