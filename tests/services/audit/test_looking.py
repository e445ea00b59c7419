"""A person reads who else looked at their data; nobody else reads it."""

import ast
from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from db.tables.audit import AuditRecord
from db.values.people import Role
from services import audit
from services.audit.looking import ON_A_PAGE, Looks, looks_at, what
from services.clock import FixedClock
from services.house import House
from services.visitor import Person, System, Visitor
from services.words import known
from tests.architecture.sources import modules
from tests.factories import a_person

WRITES_DOWN = {"looks.write_down", "rows.write_down"}


async def acts(house: House, who: Visitor, about: UUID, act: str = "thing.seen", reason: str | None = None) -> None:
    async with house.transaction(who) as session:
        audit.record(session, who, act, subject_table="thing", about=about, reason=reason)


async def looks(house: House, person: Person, page: int = 1) -> Looks:
    async with house.transaction(person) as session:
        return await looks_at(session, person, page=page)


async def test_a_person_reads_what_others_did_with_their_data_the_newest_first(house: House, clock: FixedClock) -> None:
    maria, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    await acts(house, dana, maria.person_id)
    clock.advance(timedelta(minutes=1))
    await acts(house, dana, maria.person_id, "thing.changed", "assigned")
    [second, first] = (await looks(house, maria)).listed
    assert (first.act, first.as_role, first.reason, first.name) == ("thing.seen", "preparer", "", "A preparer")
    assert (second.act, second.reason, second.at) == ("thing.changed", "assigned", clock.now())


async def test_looks_of_one_day_that_are_alike_stand_in_one_line(house: House, clock: FixedClock) -> None:
    maria = await a_person(house)
    dana, sam = await a_person(house, role=Role.PREPARER), await a_person(house, role=Role.SUPPORT_AGENT)
    begun_at = clock.now()
    for _ in range(3):
        await acts(house, dana, maria.person_id)
        clock.advance(timedelta(minutes=2))
    await acts(house, sam, maria.person_id, reason="emergency")
    clock.advance(timedelta(days=1))
    await acts(house, dana, maria.person_id)
    told = [(each.as_role, each.reason, each.times) for each in (await looks(house, maria)).listed]
    assert told == [("preparer", "", 1), ("support_agent", "emergency", 1), ("preparer", "", 3)]
    often = (await looks(house, maria)).listed[-1]
    assert (often.begun_at, often.at) == (begun_at, begun_at + timedelta(minutes=4))


async def test_who_works_for_us_is_named_to_whose_data_it_was(house: House) -> None:
    maria, cora = await a_person(house), await a_person(house, role=Role.COORDINATOR)
    await acts(house, cora, maria.person_id, "assignment.begun")
    [look] = (await looks(house, maria)).listed
    assert look.name == "A coordinator"


async def test_what_they_did_themselves_and_what_the_house_did_is_not_among_it(house: House) -> None:
    maria, desk = await a_person(house), System("desk")
    await acts(house, maria, maria.person_id)
    await acts(house, desk, maria.person_id)
    assert (await looks(house, maria)).listed == ()


async def test_nobody_reads_what_was_done_with_somebody_elses_data(house: House) -> None:
    maria, james, dana = await a_person(house), await a_person(house), await a_person(house, role=Role.PREPARER)
    await acts(house, dana, maria.person_id)
    for other in (james, dana, await a_person(house, role=Role.ADMINISTRATOR)):
        assert (await looks(house, other)).listed == ()
        async with house.transaction(other) as session:
            seen = (await session.exec(select(AuditRecord))).all()
        assert {record.about_account_id for record in seen} <= {other.person_id}


async def test_many_looks_come_in_pages_and_a_page_that_is_not_there_is_the_nearest(house: House) -> None:
    maria, dana = await a_person(house), await a_person(house, role=Role.PREPARER)
    for number in range(ON_A_PAGE + 1):
        await acts(house, dana, maria.person_id, f"thing.{number}")
    for asked, page, number in ((1, 1, ON_A_PAGE), (2, 2, 1), (10**30, 2, 1), (-1, 1, ON_A_PAGE)):
        found = await looks(house, maria, asked)
        assert (found.page, found.last_page, len(found.listed)) == (page, 2, number)


def test_every_act_with_the_data_of_a_customer_has_words_for_the_customer() -> None:
    acts = {act for tree in modules().values() for act in acts_about_somebody(tree)}
    assert {"estimate.see", "review.noted"} <= acts
    assert [act for act in sorted(acts) if what(act) == what("")] == []


def test_every_reason_and_every_role_has_words_for_the_customer() -> None:
    assert [role for role in Role if not known(f"who_looked.who.{role}")] == []
    reasons = {reason for tree in modules().values() for reason in reasons_given(tree)}
    assert "trusted" in reasons
    assert [reason for reason in reasons if not known(f"who_looked.why.{reason}")] == []


def records(tree: ast.AST) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [call for call in calls if ast.unparse(call.func) in {"audit.record", *WRITES_DOWN}]


def acts_about_somebody(tree: ast.AST) -> set[str]:
    """The acts that are recorded about a customer, where they are written out."""
    about = [
        call
        for call in records(tree)
        if ast.unparse(call.func) in WRITES_DOWN or any(keyword.arg == "about" for keyword in call.keywords)
    ]
    found = [argument for call in about for argument in call.args if isinstance(argument, ast.Constant)]
    return {str(act.value) for act in found}


def reasons_given(tree: ast.AST) -> set[str]:
    given = {keyword.value for call in records(tree) for keyword in call.keywords if keyword.arg == "reason"}
    return {str(reason.value) for reason in given if isinstance(reason, ast.Constant)}
