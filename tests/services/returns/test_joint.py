"""A return of two people: invited by letter, accepted by the invited address alone, and left at once with a copy."""

from dataclasses import dataclass, replace
from datetime import timedelta
from email.message import EmailMessage
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from db.types import new_id
from services.clock import FixedClock
from services.errors import Conflict, Invalid, NotAllowed, NotFound
from services.house import House
from services.returns import opening
from services.returns.answering import save_answer
from services.returns.joint import answering, inviting, leaving
from services.returns.joint.rows import DESK
from services.returns.years import removing
from services.visitor import Person
from tests.db.asking import ask, everything
from tests.factories import a_guest, an_address, an_estimate
from tests.letters import token_in
from tests.services.feedback.mailroom import empty, letters_of
from tests.services.trust.trusting import real_person

JOINING = "insert into return_member (id, return_id, account_id) values (:id, :return_id, :account)"


@dataclass(frozen=True)
class Couple:
    """Two people with their addresses, and the return of the first one."""

    rosa: Person
    sam: Person
    rosas: str
    sams: str
    return_id: UUID


@pytest.fixture
async def couple(house: House) -> Couple:
    """Rosa with a joint return, and Sam, who knows nothing of it yet."""
    await empty(house)
    rosas, sams = an_address(), an_address()
    rosa, sam = await real_person(house, rosas), await real_person(house, sams)
    return_id = await an_estimate(house, rosa)
    await _save(house, rosa, return_id, "filing_status", "married_joint")
    return Couple(rosa, sam, rosas, sams, return_id)


async def _save(house: House, person: Person, return_id: UUID, path: str, value: object) -> None:
    async with house.transaction(person) as session:
        await save_answer(session, person, value, return_id=return_id, path=path)


async def _letter(house: House, couple: Couple, *, to: str = "") -> EmailMessage:
    """The letter to Sam, or to another address."""
    async with house.transaction(couple.rosa) as session:
        await inviting.invite(
            session, couple.rosa, return_id=couple.return_id, email=to or couple.sams, signed="Rosa Diaz"
        )
    [letter] = [each for each in await letters_of(house) if each["To"] == (to or couple.sams)]
    return letter


async def _invite(house: House, couple: Couple, *, to: str = "") -> str:
    return token_in(await _letter(house, couple, to=to))


async def _joined(house: House, couple: Couple) -> None:
    await answering.accept(house, couple.sam, token=await _invite(house, couple))


async def _ids(house: House, person: Person) -> set[object]:
    return {row["id"] for row in await everything(house, person, "tax_return")}


async def test_the_letter_says_who_asks_and_nothing_of_the_return(house: House, couple: Couple) -> None:
    letter = await _letter(house, couple)
    token = token_in(letter)
    assert "Rosa Diaz uses MBTQ and asks you to hold one tax return together." in letter.get_content()
    assert couple.rosas not in letter.get_content()
    invitation = await answering.look(house, couple.sam, token=token)
    assert (invitation.name, invitation.address, invitation.is_theirs) == ("Rosa Diaz", couple.sams, True)
    assert await _ids(house, couple.sam) == set()


async def test_both_change_it_and_each_reads_what_the_other_changed(house: House, couple: Couple) -> None:
    await _joined(house, couple)
    await _save(house, couple.sam, couple.return_id, "spouse.wages", "20000")
    await _save(house, couple.rosa, couple.return_id, "taxpayer.wages", "31200")
    for reader, path in ((couple.rosa, "spouse.wages"), (couple.sam, "taxpayer.wages")):
        async with house.transaction(reader) as session:
            estimate = await opening.estimate_for(session, reader, tax_year=2025)
        assert estimate.return_id == couple.return_id
        assert (estimate.by_others[0].path, estimate.by_others[0].who) == (path, "the person you file with")
    assert any(each["Subject"] == "Your joint tax return has two people now" for each in await letters_of(house))


async def test_only_the_invited_address_can_say_yes_and_only_once(house: House, couple: Couple) -> None:
    token = await _invite(house, couple)
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
    token, later = await _invite(house, couple), house
    if how == "declined":
        await answering.decline(house, token=token)
    elif how == "taken back":
        async with house.transaction(couple.rosa) as session:
            await inviting.take_back(session, couple.rosa, return_id=couple.return_id)
    elif how == "written again":
        await _invite(house, couple)
    elif how == "too old":
        later = replace(house, clock=FixedClock(house.clock.now() + timedelta(days=7)))
    else:
        token = "made-up"
    with pytest.raises(NotFound):
        await answering.accept(later, couple.sam, token=token)
    assert await _ids(house, couple.sam) == set()


async def test_what_can_not_be_shared_is_refused_with_a_reason(house: House, couple: Couple) -> None:
    with pytest.raises(Invalid, match=r"joint\.yourself"):
        await _invite(house, couple, to=couple.rosas)
    await _save(house, couple.rosa, couple.return_id, "filing_status", "single")
    with pytest.raises(Invalid, match=r"joint\.other_status"):
        await _invite(house, couple)
    await _save(house, couple.rosa, couple.return_id, "filing_status", "married_joint")
    await _joined(house, couple)
    with pytest.raises(Invalid, match=r"joint\.two_already"):
        await _invite(house, couple, to=an_address())
    stranger = await real_person(house, an_address())
    async with house.transaction(stranger) as session:
        with pytest.raises(NotFound):
            await inviting.invite(session, stranger, return_id=couple.return_id, email=an_address(), signed="Nobody")


async def test_who_writes_many_letters_waits_a_day(house: House, couple: Couple) -> None:
    for _ in range(inviting.MOST_A_DAY):
        await _invite(house, couple, to=an_address())
    with pytest.raises(Invalid, match=r"joint\.too_often"):
        await _invite(house, couple)


@pytest.mark.parametrize("who_leaves", ["rosa", "sam"])
async def test_each_leaves_at_once_with_a_copy_and_the_other_keeps_the_return(
    house: House, couple: Couple, who_leaves: str
) -> None:
    await _joined(house, couple)
    await _save(house, couple.rosa, couple.return_id, "taxpayer.wages", "31200")
    leaver, stayer = (couple.rosa, couple.sam) if who_leaves == "rosa" else (couple.sam, couple.rosa)
    await letters_of(house)
    async with house.transaction(leaver) as session:
        copy = await leaving.leave(session, leaver, return_id=couple.return_id)
    assert await letters_of(house) == []
    assert (await _ids(house, leaver), await _ids(house, stayer)) == ({copy}, {couple.return_id})
    await _save(house, stayer, couple.return_id, "taxpayer.wages", "1")
    async with house.transaction(leaver) as session:
        mine = await opening.estimate_for(session, leaver, tax_year=2025)
        with pytest.raises(NotFound):
            await save_answer(session, leaver, "2", return_id=couple.return_id, path="taxpayer.wages")
    assert mine.answers.taxpayer.wages == 31_200


async def test_who_is_alone_can_not_leave_and_who_is_not_can_not_remove(house: House, couple: Couple) -> None:
    async with house.transaction(couple.rosa) as session:
        with pytest.raises(NotFound):
            await leaving.leave(session, couple.rosa, return_id=couple.return_id)
    await _joined(house, couple)
    for member in (couple.rosa, couple.sam):
        async with house.transaction(member) as session:
            with pytest.raises(Conflict):
                await removing.remove(session, member, return_id=couple.return_id)


async def test_a_joint_return_beside_one_that_somebody_has_alone_stays_apart(house: House, couple: Couple) -> None:
    alone = await an_estimate(house, couple.sam)
    await _joined(house, couple)
    assert await _ids(house, couple.sam) == {alone, couple.return_id}
    assert await _ids(house, couple.rosa) == {couple.return_id}


async def test_careless_queries_add_nobody_and_remove_nobody_else(house: House, couple: Couple) -> None:
    stranger = await real_person(house, an_address())
    given = {"id": new_id(), "return_id": couple.return_id, "account": stranger.person_id}
    for asker in (stranger, couple.rosa, await a_guest(house), DESK):
        with pytest.raises(DBAPIError):
            await ask(house, asker, JOINING, **given)
    await _joined(house, couple)
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
