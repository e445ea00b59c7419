"""Who saves what as a file, and what the audit trail knows of it."""

import csv
from datetime import date
from io import StringIO

import pytest

from db.values.people import STAFF_ROLES, Role
from services.audit.looking import looks_at, what
from services.errors import Invalid, NotAllowed
from services.house import House
from services.staff.export import saving
from services.staff.export.saving import Purpose, What
from services.staff.finding.wanted import Wanted
from services.visitor import Person
from tests.db.asking import ask
from tests.factories import a_person, an_estimate
from tests.services.staff.finding.having import ANYBODY, a_customer, a_filed_return


async def _saved(
    house: House, person: Person, what: What = What.CUSTOMERS, wanted: Wanted = ANYBODY
) -> list[list[str]]:
    saved = await saving.save(house, person, what, wanted, Purpose.REPORT)
    assert saved.name == f"mbtq-{what}{'-2025' if what is What.SEASON else ''}-2026-02-03.csv"
    return list(csv.reader(StringIO(b"".join(saved.pieces).decode("utf-8-sig"), newline="")))


async def test_a_file_has_whom_the_filters_find_and_an_administrator_gets_no_name(own_house: House) -> None:
    maria = await a_customer(own_house, "=María", "TX", talk="VRI")
    await a_customer(own_house, "Ben", "CA")
    reference = maria.person_id.hex[-6:].upper()
    await a_filed_return(own_house, maria, date(2026, 1, 28), date(2026, 2, 3))
    rest = ["video with interpreter", "Texas", "Filed", "2026-02-03", "2026-01-28", "2026-02-03"]
    for role, name in ((Role.COORDINATOR, "'=María"), (Role.ADMINISTRATOR, "")):
        _, *rows = await _saved(own_house, await a_person(own_house, role=role), wanted=Wanted(residence="TX"))
        assert rows == [[reference, name, *rest]]


async def test_the_numbers_of_a_season_say_of_which_year_they_are_and_how_reviews_ended(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    await an_estimate(own_house, await a_customer(own_house))
    head, *rows = await _saved(own_house, cora, What.SEASON)
    told = {(row[1], row[2]): dict(zip(head, row, strict=True)) for row in rows}
    assert told["How people talk", "text"]["Tax year"] == "2025"
    assert told["How people talk", "text"]["Begun"] == "1"
    assert told["Tax year", "2025"]["Begun"] == "1"
    for ended in ("Approved", "Ended without an approval", "Taken back by the customer"):
        assert told["Time to review", ended]["Reviews that ended"] == "0"


async def test_it_is_written_down_who_saved_what_for_what_and_how_many_rows(own_house: House) -> None:
    cora, ada = [await a_person(own_house, role=role) for role in (Role.COORDINATOR, Role.AUDITOR)]
    await a_customer(own_house, "María", "TX")
    await _saved(own_house, cora, wanted=Wanted(residence="TX"))
    await _saved(own_house, cora, What.SEASON)
    written = await ask(own_house, ada, "select act, reason from audit_record where act like '%.saved' order by id")
    assert [(row["act"], row["reason"]) for row in written] == [
        ("customers.saved", "purpose=report, rows=1, residence=TX"),
        ("season.saved", f"purpose=report, rows={len(await _saved(own_house, cora, What.SEASON)) - 1}"),
    ]


async def test_whoever_is_in_a_file_reads_who_saved_it(own_house: House) -> None:
    cora = await a_person(own_house, role=Role.COORDINATOR)
    maria = await a_customer(own_house, "María", "TX")
    await _saved(own_house, cora)
    async with own_house.transaction(maria) as session:
        [look] = (await looks_at(session, maria)).listed
    assert what(look.act) == "saved a list of customers as a file, with you in it"


async def test_too_many_rows_are_refused_and_nothing_is_saved(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "MOST_ROWS", 1)
    cora = await a_person(own_house, role=Role.COORDINATOR)
    await a_customer(own_house)
    await _saved(own_house, cora)
    await a_customer(own_house)
    with pytest.raises(Invalid, match=r"export\.too_many"):
        await _saved(own_house, cora)


@pytest.mark.parametrize("role", sorted({*STAFF_ROLES, Role.CUSTOMER} - {Role.COORDINATOR, Role.ADMINISTRATOR}))
async def test_nobody_else_saves_a_file(house: House, role: Role) -> None:
    with pytest.raises(NotAllowed):
        await _saved(house, await a_person(house, role=role))
