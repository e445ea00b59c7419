"""Who finds whom, and what they learn: by services and by careless queries, on a database of their own."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from db.values.people import CommunicationPreference, Role
from services.audit.looking import looks_at, what
from services.clock import FixedClock
from services.errors import Invalid, NotAllowed
from services.house import House
from services.privacy import leaving
from services.returns import answering
from services.staff.access import emergency
from services.staff.finding import searching
from services.staff.finding.wanted import Order, Progress, Wanted, Words, read
from services.visitor import Guest
from tests.db.asking import ask, everything
from tests.factories import a_guest, a_person, an_estimate
from tests.services.staff.finding.having import a_customer, a_filed_return, found_by, names_found, there_for

REASON = "She wrote that a payment goes wrong today."
SEES_MORE = (Role.SUPPORT_AGENT, Role.PREPARER, Role.INSURANCE_AGENT)


async def test_a_coordinator_finds_a_name_however_it_is_written_and_by_whole_words_only(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    for name in ("María García-López", "Mario Garcia", "王小明", "Αθηνά Ιωάννου"):
        await a_customer(own_house, name)
    assert await names_found(own_house, cora, name="GARCIA maria") == ["María García-López"]
    assert sorted(await names_found(own_house, cora, name="garcía")) == ["Mario Garcia", "María García-López"]
    assert await names_found(own_house, cora, name="王小明") == ["王小明"]
    assert await names_found(own_house, cora, name="αθηνα") == ["Αθηνά Ιωάννου"]
    assert await names_found(own_house, cora, name="Garci") == []
    with pytest.raises(Invalid, match=r"finding\.no_word"):
        await names_found(own_house, cora, name="?!")


async def test_a_colleague_is_a_customer_only_with_a_return_or_somebody_who_is_there_for_them(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    files, asks, _ = [await a_person(own_house, role=Role.SUPPORT_AGENT) for _ in range(3)]
    await an_estimate(own_house, files)
    agent = await there_for(own_house, asks, Role.SUPPORT_AGENT)
    assert [each.id for each in (await found_by(own_house, cora)).listed] == [files.person_id]
    assert [each.id for each in (await found_by(own_house, agent)).listed] == [asks.person_id]


async def test_an_address_is_found_whole_by_who_may_and_never_shown_for_it(own_house: House) -> None:
    cora, lee = [await a_person(own_house, role=role) for role in (Role.COORDINATOR, Role.ADMINISTRATOR)]
    maria = await a_customer(own_house, "María", "TX", address="maria@people.example")
    for staff in (cora, lee):
        [one] = (await found_by(own_house, staff, words=Words(address=" Maria@People.example"))).listed
        assert (one.id, one.address, one.residence, one.is_reached) == (maria.person_id, "", "TX", False)
        assert one.told_name == ("María" if staff is cora else "")
        assert await names_found(own_house, staff, address="maria2@people.example") == []
        with pytest.raises(Invalid, match=r"email\."):
            await names_found(own_house, staff, address="maria")


@pytest.mark.parametrize("role", SEES_MORE)
async def test_whoever_is_assigned_finds_their_customers_by_name_and_address_and_nobody_else(
    own_house: House, role: Role
) -> None:
    maria = await a_customer(own_house, "María García", address="maria@people.example")
    await a_customer(own_house, "María Diaz", address="other@people.example")
    staff = await there_for(own_house, maria, role)
    assert await names_found(own_house, staff, name="maria") == ["María García"]
    [one] = (await found_by(own_house, staff, words=Words(address="maria@people.example"))).listed
    assert (one.address, one.is_reached, one.roles) == ("maria@people.example", True, (role,))
    assert await names_found(own_house, staff, address="other@people.example") == []
    assert one.progress == (Progress.NOT_BEGUN if role is Role.PREPARER else None)


async def test_an_interpreter_learns_how_a_customer_talks_and_neither_name_nor_state_nor_return(
    own_house: House,
) -> None:
    maria = await a_customer(own_house, "María", "TX", talk="VRI")
    await an_estimate(own_house, maria)
    iris = await there_for(own_house, maria, Role.INTERPRETER)
    [one] = (await found_by(own_house, iris)).listed
    assert (one.talk, one.told_name, one.address, one.residence, one.progress) == (
        CommunicationPreference.VRI, "", "", "", None,
    )  # fmt: skip
    assert (await found_by(own_house, iris, Wanted(residence="TX"))).count == 0
    for progress in Progress:
        assert (await found_by(own_house, iris, Wanted(progress=progress))).count == 0
    for words in (Words(name="maria"), Words(address="maria@people.example")):
        with pytest.raises(NotAllowed):
            await found_by(own_house, iris, words=words)


async def test_an_hour_in_an_emergency_finds_one_more_and_ends(own_house: House) -> None:
    await a_customer(own_house, "María", address="maria@people.example")
    sam = await a_person(own_house, role=Role.SUPPORT_AGENT)
    async with own_house.transaction(sam) as session:
        await emergency.begin(session, sam, "maria@people.example", REASON)
    [one] = (await found_by(own_house, sam, words=Words(name="maria"))).listed
    assert (one.until is not None, one.progress) == (True, Progress.NOT_BEGUN)
    assert isinstance(own_house.clock, FixedClock)
    own_house.clock.advance(timedelta(hours=1, seconds=1))
    assert (await found_by(own_house, sam)).count == 0


async def test_whoever_is_being_deleted_and_oneself_are_found_by_nobody(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    maria = await a_customer(own_house, "María")
    assert (await found_by(own_house, cora)).count == 1
    await leaving.ask(own_house, maria, sure=True)
    assert (await found_by(own_house, cora)).count == 0
    assert await everything(own_house, cora, "name_word") == []


async def test_filters_find_those_for_whom_all_of_them_are_true(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    await a_customer(own_house, "Ann", "TX", talk="VRI")
    ben = await a_customer(own_house, "Ben", "TX")
    cleo = await a_customer(own_house, "Cleo", "CA", talk="VRI")
    await an_estimate(own_house, ben)
    done = await an_estimate(own_house, cleo)
    await ask(own_house, cleo, "update tax_return set finished_at = now() where id = :id", id=done)
    dov = await a_customer(own_house, "Dov", "NY")
    await a_filed_return(own_house, dov, date(2026, 2, 1))
    for told, names in (
        ({"talk": "VRI"}, ["Cleo", "Ann"]),
        ({"residence": "TX"}, ["Ben", "Ann"]),
        ({"residence": "TX", "talk": "VRI"}, ["Ann"]),
        ({"progress": "not_begun"}, ["Ann"]),
        ({"progress": "begun"}, ["Ben"]),
        ({"progress": "finished"}, ["Cleo"]),
        ({"progress": "filed"}, ["Dov"]),
        ({"progress": "finished", "year": "2026"}, []),
        ({"since": "2026-02-03", "until": "2026-02-03", "order": "oldest"}, ["Ann", "Ben", "Cleo", "Dov"]),
        ({"since": "2026-02-04"}, []),
        ({"until": "2026-02-02"}, []),
    ):
        assert await names_found(own_house, cora, read(told)) == names, told


@pytest.mark.parametrize(
    "told",
    [{"talk": "Shouting"}, {"residence": "XX"}, {"year": "1999"}, {"since": "2026-02-30"}, {"order": "; drop"},
     {"since": "2026-02-02", "until": "2026-02-01"}],
)  # fmt: skip
def test_a_filter_that_is_none_is_refused(told: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        read(told)


@pytest.mark.parametrize("order", list(Order))
async def test_every_customer_stands_on_one_page_also_when_many_joined_at_the_same_moment(
    own_house: House, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "ON_A_PAGE", 2)
    cora = await a_person(own_house, role=Role.COORDINATOR)
    people = [(await a_customer(own_house)).person_id for _ in range(5)]
    seen: list[UUID] = []
    after = None
    for left in (2, 2, 1):
        page = await found_by(own_house, cora, Wanted(order=order), after=after)
        assert (len(page.listed), page.count) == (left, 5)
        seen += [each.id for each in page.listed]
        after = page.next
    assert after is None
    assert seen == (people if order is Order.OLDEST else people[::-1])


async def test_a_search_is_written_down_without_the_words_that_were_typed(own_house: House) -> None:
    cora, ada = [await a_person(own_house, role=role) for role in (Role.COORDINATOR, Role.AUDITOR)]
    await found_by(own_house, cora, Wanted(residence="TX"), Words(name="María", address="maria@people.example"))
    await found_by(own_house, cora)
    written = await ask(
        own_house,
        ada,
        "select act, reason from audit_record where act in ('customer.search', 'customer.list') order by id",
    )
    assert [(row["act"], row["reason"]) for row in written] == [
        ("customer.search", "name, address, residence=TX"),
        ("customer.list", None),
    ]


async def test_whoever_stood_in_a_list_reads_who_saw_them_there_and_how_often(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    maria, ben = await a_customer(own_house, "María"), await a_customer(own_house, "Ben", "TX")
    await found_by(own_house, cora)
    await found_by(own_house, cora, words=Words(name="María"))
    for customer, times in ((maria, 2), (ben, 1)):
        async with own_house.transaction(customer) as session:
            [look] = (await looks_at(session, customer)).listed
        assert (look.act, look.as_role, look.times) == ("customer.listed", Role.COORDINATOR, times)
    assert what("customer.listed") == "saw you in a list of customers"


async def test_writing_that_down_is_one_statement_however_many_stand_in_the_list(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    for _ in range(3):
        await a_customer(own_house)
    written: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        written.extend([statement] if "INSERT INTO audit_record" in statement else [])

    event.listen(own_house.engine.sync_engine, "before_cursor_execute", note)
    await found_by(own_house, cora)
    assert len(written) == 1


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.CONTENT_EDITOR, Role.AUDITOR])
async def test_whoever_assigns_and_oversees_nobody_finds_nobody(own_house: House, role: Role) -> None:
    await a_customer(own_house, "María")
    person = await a_person(own_house, role=role)
    with pytest.raises(NotAllowed):
        await found_by(own_house, person)
    for asker in (person, Guest(), await a_guest(own_house)):
        for table in ("customer_found", "customer_return", "name_word", "customer_profile"):
            assert await everything(own_house, asker, table) == [], table


async def test_careless_queries_show_an_administrator_no_name_and_a_coordinator_no_address(own_house: House) -> None:
    maria = await a_customer(own_house, "María García")
    await an_estimate(own_house, maria)
    lee, cora = [await a_person(own_house, role=role) for role in (Role.ADMINISTRATOR, Role.COORDINATOR)]
    assert await everything(own_house, lee, "name_word") == []
    for staff in (lee, cora):
        rows = [row for row in await everything(own_house, staff, "customer_found") if row["id"] == maria.person_id]
        assert [row["email_sealed"] for row in rows] == [None]
        assert (rows[0]["name_sealed"] is None) == (staff is lee)
        for table in ("customer_profile", "tax_return", "return_member", "preference", "account"):
            ids = [row.get("account_id") or row["id"] for row in await everything(own_house, staff, table)]
            assert set(ids) <= {staff.person_id}, table


async def test_a_return_is_finished_while_no_question_could_change_it(own_house: House) -> None:
    cora, maria = await a_person(own_house, role=Role.COORDINATOR), await a_customer(own_house, "María")
    return_id = await an_estimate(own_house, maria)

    async def answer(path: str, value: object) -> Progress | None:
        async with own_house.transaction(maria) as session:
            estimate = await answering.save_answer(session, maria, value, return_id=return_id, path=path)
        [one] = (await found_by(own_house, cora, words=Words(name="María"))).listed
        assert (one.progress is Progress.FINISHED) == estimate.is_certain
        return one.progress

    assert await answer("filing_status", "single") is Progress.BEGUN
