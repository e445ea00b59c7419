"""What a person answers at the beginning is read, sealed, kept for them, and comes along when they make an account."""

import pytest

from db.tables.customers.intake import NeedsAssessment
from db.tables.people import Account
from db.values.intake import CallKind, HearingAids, InterpreterStatus, Program, SignMode
from services.accounts import enrolment
from services.errors import Invalid, NotFound
from services.house import House
from services.intake import answering, interpreters, keeping
from services.intake.answers import Communication, Needs
from services.intake.steps import EVERY_STEP, RESULT, START, Step, after, before, step_at
from services.visitor import Guest, Person
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person, an_address

SIGNS = Communication(language="ase", mode=SignMode.TACTILE)


async def _save(house: House, visitor: Person | Guest, answers: Communication | Needs) -> None:
    async with house.transaction(visitor) as session:
        await keeping.save(session, visitor, answers)


async def _own(house: House, visitor: Person | Guest) -> Communication:
    async with house.transaction(visitor) as session:
        return await keeping.own(session, visitor, Communication)


async def _wish(house: House, visitor: Person | Guest, *wishes: InterpreterStatus) -> list[InterpreterStatus]:
    async with house.transaction(visitor) as session:
        for each in wishes:
            await interpreters.wish(session, visitor, each)
        return [step.status for step in await interpreters.own_steps(session, visitor)]


async def test_each_page_adds_to_what_was_answered_before(house: House) -> None:
    maria = await a_person(house)
    await _save(house, maria, SIGNS)
    await _save(house, maria, Communication(call_kind=CallKind.VRS, number="+12025550123"))
    assert await _own(house, maria) == Communication(
        language="ase", mode=SignMode.TACTILE, call_kind=CallKind.VRS, number="+12025550123"
    )


async def test_an_answer_can_be_taken_back_to_none(house: House) -> None:
    maria = await a_person(house)
    await _save(house, maria, Communication(call_kind=CallKind.VRS, number="+12025550123"))
    none = answering.read(Step.CALLS, {"call_kind": "none", "number": "ignored"})
    assert isinstance(none, Communication)
    await _save(house, maria, none)
    assert await _own(house, maria) == Communication(call_kind=CallKind.NONE, number="")


async def test_what_was_told_of_health_cannot_be_read_in_the_database(house: House) -> None:
    maria = await a_person(house)
    await _save(house, maria, Needs(hearing_aids=HearingAids.SELF, history="two aids", programs=(Program.SSDI,)))
    [row] = await everything(house, maria, "needs_assessment")
    sealed = row["answers_sealed"]
    assert isinstance(sealed, bytes)
    assert not [secret for secret in (b"two aids", b"SSDI", b"self") if secret in sealed]


async def test_what_a_guest_answered_is_theirs_with_their_account(house: House) -> None:
    guest = await a_guest(house)
    await _save(house, guest, SIGNS)
    await _save(house, guest, Needs(programs=(Program.SSI,)))
    await _wish(house, guest, InterpreterStatus.PENDING)
    async with house.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, guest, address=an_address(), password_hash="x")
    maria = opened.visitor
    assert await _own(house, maria) == SIGNS
    assert await _wish(house, maria) == [InterpreterStatus.PENDING]
    async with house.transaction(maria) as session:
        assert (await keeping.own(session, maria, Needs)).programs == (Program.SSI,)


async def test_who_signs_in_later_keeps_older_answers_to_what_they_did_not_answer_again(house: House) -> None:
    maria, guest = await a_person(house), await a_guest(house)
    await _save(house, maria, Communication(language="mfs", mode=SignMode.SEEN, call_kind=CallKind.NONE, number=""))
    await _save(house, guest, SIGNS)
    async with house.transaction(enrolment.DOOR) as session:
        account = await session.get_one(Account, maria.person_id)
        await enrolment.adopt(session, guest, account)
    assert await _own(house, maria) == Communication(
        language="ase", mode=SignMode.TACTILE, call_kind=CallKind.NONE, number=""
    )
    assert await _own(house, guest) == Communication()


async def test_nobody_sees_or_changes_the_answers_of_somebody_else(house: House) -> None:
    maria, james = await a_person(house), await a_person(house)
    await _save(house, maria, SIGNS)
    await _save(house, maria, Needs(programs=(Program.SSI,)))
    await _wish(house, maria, InterpreterStatus.PENDING)
    for table in ("communication_profile", "needs_assessment", "interpreter_step"):
        assert await everything(house, james, table) == []
    await ask(house, james, "update communication_profile set answers_sealed = ''")
    assert await _own(house, maria) == SIGNS


async def test_who_began_nothing_has_answered_nothing_and_can_save_nothing(house: House) -> None:
    assert await _own(house, Guest()) == Communication()
    with pytest.raises(NotFound):
        await _save(house, Guest(), SIGNS)


async def test_nobody_approves_their_own_interpreter(house: House) -> None:
    maria = await a_person(house)
    assert await _wish(house, maria, InterpreterStatus.APPROVED) == [InterpreterStatus.PENDING]


async def test_each_change_of_a_wish_is_a_step_and_what_is_said_twice_is_none(house: House) -> None:
    wishes = (InterpreterStatus.PENDING, InterpreterStatus.PENDING, InterpreterStatus.SELF_PROVIDED)
    assert await _wish(house, await a_person(house), *wishes) == [*wishes[1:]]


def test_forward_and_back_lead_through_every_question_and_out_of_it() -> None:
    ways = [START, *(step.path for step in EVERY_STEP), RESULT]
    assert [after(step) for step in EVERY_STEP] == ways[2:]
    assert [before(step) for step in EVERY_STEP] == ways[:-2]
    with pytest.raises(NotFound):
        step_at("elsewhere")


@pytest.mark.parametrize(
    ("step", "sent", "field"),
    [
        (Step.LANGUAGE, {}, "language"),
        (Step.LANGUAGE, {"language": "lsf", "mode": "seen"}, "language"),
        (Step.LANGUAGE, {"language": "ase", "mode": "loud"}, "mode"),
        (Step.CALLS, {}, "call_kind"),
        (Step.CALLS, {"call_kind": "vrs"}, "number"),
        (Step.CALLS, {"call_kind": "vrs", "number": "555"}, "number"),
        (Step.INTERPRETER, {"status": "Perhaps"}, "status"),
        (Step.HEARING_AIDS, {}, "hearing_aids"),
        (Step.HEARING_AIDS, {"hearing_aids": "none", "history": "x" * 2001}, "history"),
    ],
)
def test_what_cannot_be_used_is_told_beside_its_field(step: Step, sent: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as told:
        answering.read(step, sent)
    assert told.value.field == field


def test_a_page_without_a_box_ticked_says_none_and_not_nothing() -> None:
    assert answering.read(Step.PROGRAMS, {}) == Needs(programs=())


def test_the_table_of_needs_holds_nothing_that_is_not_sealed() -> None:
    columns = {column.name for column in NeedsAssessment.__table__.columns}  # type: ignore[attr-defined]
    assert columns == {"id", "account_id", "session_id", "answers_sealed", "changed_at"}
