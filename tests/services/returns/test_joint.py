"""A return of two people: invited by letter, accepted by the invited address alone, and left at once with a copy."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError

from db.types import new_id
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import House
from services.intake.who import profile
from services.returns import changes, opening
from services.returns.answering import save_answer
from services.returns.joint import answering, inviting, leaving, who
from services.returns.joint.rows import DESK
from services.returns.years import removing
from services.visitor import Person
from tests.db.asking import ask, everything
from tests.factories import a_guest, an_address, an_estimate
from tests.letters import token_in
from tests.services.feedback.mailroom import letters_of
from tests.services.returns.couples import Couple, a_couple, invite, joined, letter_of, saved
from tests.services.trust.trusting import real_person

JOINING = "insert into return_member (id, return_id, account_id) values (:id, :return_id, :account)"


@pytest.fixture
async def couple(house: House) -> Couple:
    """Rosa with a joint return, and Sam, who knows nothing of it yet."""
    return await a_couple(house)


async def _ids(house: House, person: Person) -> set[object]:
    return {row["id"] for row in await everything(house, person, "tax_return")}


async def test_the_letter_says_who_asks_and_nothing_of_the_return(house: House, couple: Couple) -> None:
    letter = await letter_of(house, couple)
    token = token_in(letter)
    assert "Rosa Diaz uses MBTQ and asks you to hold one tax return together." in letter.get_content()
    assert couple.rosas not in letter.get_content()
    invitation = await answering.look(house, couple.sam, token=token)
    assert (invitation.name, invitation.address, invitation.is_theirs) == ("Rosa Diaz", couple.sams, True)
    assert await _ids(house, couple.sam) == set()


async def test_both_change_it_and_each_reads_what_the_other_changed(house: House, couple: Couple) -> None:
    await joined(house, couple)
    await saved(house, couple.sam, couple.return_id, "taxpayer.wages", "20000")
    await saved(house, couple.rosa, couple.return_id, "taxpayer.wages", "31200")
    for reader, path in ((couple.rosa, "spouse.wages"), (couple.sam, "spouse.wages")):
        async with house.transaction(reader) as session:
            estimate = await opening.estimate_for(session, reader, tax_year=2025)
        assert estimate.return_id == couple.return_id
        assert (estimate.by_others[0].path, estimate.by_others[0].who) == (path, "the person you file with")
    assert any(each["Subject"] == "Your joint tax return has two people now" for each in await letters_of(house))


async def test_the_list_of_changes_and_the_name_of_the_other_one_are_for_the_two_alone(
    house: House, couple: Couple
) -> None:
    await joined(house, couple)
    async with house.transaction(couple.sam) as session:
        await profile.save(session, couple.sam, profile.Profile("Sam Okafor"))
    await saved(house, couple.rosa, couple.return_id, "taxpayer.wages", "54000")
    await saved(house, couple.sam, couple.return_id, "spouse.wages", "32000")
    async with house.transaction(couple.rosa) as session:
        newest, before, *_ = await changes.of_two(session, couple.rosa, tax_year=2025, return_id=couple.return_id)
    assert (newest.change.question, newest.change.before, newest.change.after) == (
        "Box 1: your wages",
        "$54,000",
        "$32,000",
    )
    assert (newest.who, newest.is_own, before.who, before.is_own) == ("Sam Okafor", False, "", True)
    stranger = await real_person(house, an_address())
    async with house.transaction(stranger) as session:
        assert await who.fellow_names(session, couple.return_id) == {}
        with pytest.raises(NotFound):
            await changes.of_two(session, stranger, tax_year=2025, return_id=couple.return_id)


async def test_only_the_invited_address_can_say_yes_and_only_once(house: House, couple: Couple) -> None:
    token = await invite(house, couple)
    stranger = await real_person(house, an_address())
    for wrong in (stranger, couple.rosa):
        with pytest.raises(NotAllowed):
            await answering.accept(house, wrong, token=token)
        assert not (await answering.look(house, wrong, token=token)).is_theirs
    await answering.accept(house, couple.sam, token=token)
    with pytest.raises(NotFound):
        await answering.accept(house, couple.sam, token=token)
    assert await _ids(house, stranger) == set()


@pytest.mark.parametrize("how", ["declined", "taken back", "written again", "too old", "made up"])
async def test_an_invitation_that_is_over_lets_nobody_in(house: House, couple: Couple, how: str) -> None:
    token, later = await invite(house, couple), house
    if how == "declined":
        await answering.decline(house, token=token)
    elif how == "taken back":
        async with house.transaction(couple.rosa) as session:
            await inviting.take_back(session, couple.rosa, return_id=couple.return_id)
    elif how == "written again":
        await invite(house, couple)
    elif how == "too old":
        later = replace(house, clock=FixedClock(house.clock.now() + timedelta(days=7)))
    else:
        token = "made-up"
    with pytest.raises(NotFound):
        await answering.accept(later, couple.sam, token=token)
    assert await _ids(house, couple.sam) == set()


async def test_what_can_not_be_shared_is_refused_with_a_reason(house: House, couple: Couple) -> None:
    with pytest.raises(Invalid, match=r"joint\.yourself"):
        await invite(house, couple, to=couple.rosas)
    await saved(house, couple.rosa, couple.return_id, "filing_status", "single")
    with pytest.raises(Invalid, match=r"joint\.other_status"):
        await invite(house, couple)
    await saved(house, couple.rosa, couple.return_id, "filing_status", "married_joint")
    await joined(house, couple)
    with pytest.raises(Invalid, match=r"joint\.two_already"):
        await invite(house, couple, to=an_address())
    stranger = await real_person(house, an_address())
    async with house.transaction(stranger) as session:
        with pytest.raises(NotFound):
            await inviting.invite(session, stranger, return_id=couple.return_id, email=an_address(), signed="Nobody")


async def test_who_writes_many_letters_waits_a_day(house: House, couple: Couple) -> None:
    for _ in range(inviting.MOST_A_DAY):
        await invite(house, couple, to=an_address())
    with pytest.raises(Invalid, match=r"joint\.too_often"):
        await invite(house, couple)


@pytest.mark.parametrize("who_leaves", ["rosa", "sam"])
async def test_each_leaves_at_once_with_a_copy_and_the_other_keeps_the_return(
    house: House, couple: Couple, who_leaves: str
) -> None:
    await joined(house, couple)
    await saved(house, couple.rosa, couple.return_id, "adjustments.hsa_deduction", "900")
    leaver, stayer = (couple.rosa, couple.sam) if who_leaves == "rosa" else (couple.sam, couple.rosa)
    await letters_of(house)
    async with house.transaction(leaver) as session:
        copy = await leaving.leave(session, leaver, return_id=couple.return_id)
    assert await letters_of(house) == []
    assert (await _ids(house, leaver), await _ids(house, stayer)) == ({copy}, {couple.return_id})
    await saved(house, stayer, couple.return_id, "adjustments.hsa_deduction", "1")
    async with house.transaction(leaver) as session:
        mine = await opening.estimate_for(session, leaver, tax_year=2025)
        with pytest.raises(NotFound):
            await save_answer(session, leaver, "2", return_id=couple.return_id, path="adjustments.hsa_deduction")
    assert mine.answers.adjustments.hsa_deduction == 900


async def test_who_is_alone_can_not_leave_and_who_is_not_can_not_remove(house: House, couple: Couple) -> None:
    async with house.transaction(couple.rosa) as session:
        with pytest.raises(NotFound):
            await leaving.leave(session, couple.rosa, return_id=couple.return_id)
    await joined(house, couple)
    for member in (couple.rosa, couple.sam):
        async with house.transaction(member) as session:
            with pytest.raises(Conflict):
                await removing.remove(session, member, return_id=couple.return_id)


async def test_a_joint_return_beside_one_that_somebody_has_alone_stays_apart(house: House, couple: Couple) -> None:
    alone = await an_estimate(house, couple.sam)
    await joined(house, couple)
    assert await _ids(house, couple.sam) == {alone, couple.return_id}
    assert await _ids(house, couple.rosa) == {couple.return_id}


async def test_careless_queries_add_nobody_and_remove_nobody_else(house: House, couple: Couple) -> None:
    stranger = await real_person(house, an_address())
    given = {"id": new_id(), "return_id": couple.return_id, "account": stranger.person_id}
    for asker in (stranger, couple.rosa, await a_guest(house), DESK):
        with pytest.raises(DBAPIError):
            await ask(house, asker, JOINING, **given)
    await joined(house, couple)
    with pytest.raises(DBAPIError):  # the invitation was used
        await ask(house, DESK, JOINING, **given)
    await ask(house, stranger, "delete from return_member")
    assert len(await everything(house, couple.rosa, "return_member")) == 2
    await ask(house, couple.rosa, "delete from return_member")
    assert await _ids(house, couple.sam) == {couple.return_id}
    await ask(house, couple.sam, "delete from return_member")  # the last one stays
    assert await _ids(house, couple.sam) == {couple.return_id}
    assert await everything(house, stranger, "joint_invitation") == []
    assert await everything(house, couple.sam, "joint_invitation") == []
