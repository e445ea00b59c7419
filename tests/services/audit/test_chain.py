"""The audit trail is sealed as it grows, and whoever changes it is found out, with the very seal."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import timedelta

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from db.tables.audit import AuditCheck, AuditRecord, AuditSeal, AuditSealed
from db.types import new_id
from db.values.people import Role
from services import audit
from services.audit import sealing
from services.audit.__main__ import main, said
from services.audit.chain import canonical
from services.audit.checking import Anchor, Fault, check
from services.audit.sealing import SEALER, seal_new, sealing_steadily
from services.house import House
from services.jobs.by_the_clock.check_audit import check_audit
from services.sealing.signing import SigningKeys
from services.settings import secrets
from services.visitor import Guest, System
from services.vitals.judging import judged
from services.words import sentence
from tests.factories import a_person
from tests.services.feedback.mailroom import letters_of

DESK = System("desk")


async def acts(house: House, number: int = 1) -> None:
    async with house.transaction(DESK) as session:
        for _ in range(number):
            audit.record(session, DESK, "thing.done", subject_table="thing", subject_id=new_id())


async def batches(house: House, number: int) -> None:
    for _ in range(number):
        await acts(house, 3)
        await seal_new(house)


async def faults(house: House) -> list[tuple[int, Fault]]:
    return [(seal.number, seal.fault) for seal in (await check(house)).wrong]


async def test_a_trail_that_nobody_touched_fits(own_house: House) -> None:
    assert await seal_new(own_house) == 0
    await batches(own_house, 3)
    await acts(own_house)
    found = await check(own_house)
    assert (found.seals, found.records, found.unsealed, found.wrong) == (4, 10, 0, [])
    lines = list(said(found))
    assert "4 seals over 10 records fit" in lines[0]
    assert found.head.hex() in lines[1]


CHANGED, GONE = (2, Fault.CHANGED), (2, Fault.RECORD_GONE)


@pytest.mark.parametrize(
    ("crime", "found_out"),
    [
        ("update audit_record r set act = 'b' from audit_seal where first_id = r.id and number = 2", [CHANGED]),
        (
            "update audit_record r set at = r.at + interval '1 us' from audit_seal where last_id = r.id",
            [(1, Fault.CHANGED), CHANGED, (3, Fault.CHANGED)],
        ),
        ("delete from audit_record r using audit_seal where last_id = r.id and number = 2", [GONE]),
        ("delete from audit_seal where number = 2", [(3, Fault.GAP)]),
        ("delete from audit_seal where number < 3", [(3, Fault.GAP)]),
        ("update audit_seal set at = at - interval '1 day' where number = 2", [CHANGED]),
        ("update audit_seal set signature = repeat('x', 64)::bytea where number = 2", [(2, Fault.SIGNATURE)]),
        ("update audit_sealed set seal_number = 1 where seal_number = 2", [(1, Fault.CHANGED), GONE]),
    ],
)
async def test_whoever_changes_the_trail_is_found_out_with_the_very_seal(
    own_house: House, owner: psycopg.AsyncConnection, crime: str, found_out: list[tuple[int, Fault]]
) -> None:
    await batches(own_house, 3)
    assert (await owner.execute(crime.encode())).rowcount > 0
    assert await faults(own_house) == found_out


async def test_who_has_the_database_alone_can_not_make_a_chain_that_fits(
    own_house: House, owner: psycopg.AsyncConnection
) -> None:
    await batches(own_house, 2)
    forger = replace(own_house, audit_keys=SigningKeys.from_setting(secrets.fresh()["audit_keys"]))
    await owner.execute("update audit_record set act = 'thing.other'")
    await owner.execute("truncate audit_seal, audit_sealed")
    await seal_new(forger)
    assert (await check(forger)).wrong == []
    assert await faults(own_house) == [(1, Fault.SIGNATURE)]


async def test_a_record_that_somebody_put_in_beside_the_app_has_no_seal(
    own_house: House, owner: psycopg.AsyncConnection
) -> None:
    await batches(own_house, 1)
    await owner.execute(
        "insert into audit_record (id, at, actor_kind, actor_id, act, subject_table) "
        "select gen_random_uuid(), min(at) - interval '2 hours', 'system', 'desk', 'a', 'thing' from audit_record"
    )
    found = await check(own_house)
    assert (found.unsealed, found.wrong) == (1, [])
    assert "without a seal" in next(said(found))


async def test_the_record_of_a_slow_transaction_goes_into_a_later_batch(own_house: House) -> None:
    async with own_house.transaction(DESK) as slow:
        audit.record(slow, DESK, "thing.slow", subject_table="thing")
        await slow.flush()
        await batches(own_house, 2)  # with later ids, while the first one can't be seen yet
    assert await seal_new(own_house) == 1
    async with own_house.transaction(SEALER) as session:
        query = select(AuditSealed.seal_number).join(AuditRecord, col(AuditRecord.id) == col(AuditSealed.record_id))
        assert (await session.exec(query.where(AuditRecord.act == "thing.slow"))).one() == 3
    assert await faults(own_house) == []


async def test_records_of_before_there_were_seals_are_sealed_in_batches(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "MOST_AT_ONCE", 4)
    for days in range(3):
        own_house.clock.instant += timedelta(days=days)  # type: ignore[attr-defined]  # a clock that a test moves
        await acts(own_house, 5)
    assert await seal_new(own_house) == 15
    found = await check(own_house)
    assert (found.seals, found.records, found.wrong) == (4, 15, [])


async def test_several_processes_that_seal_at_once_make_one_chain(own_house: House) -> None:
    for _ in range(5):
        await acts(own_house, 2)
        await asyncio.gather(*(seal_new(own_house) for _ in range(4)))
    assert await faults(own_house) == []


async def test_a_process_seals_by_itself_while_it_serves(own_house: House) -> None:
    async with sealing_steadily(own_house, seconds=0.01):
        await acts(own_house)
        while not await _seals(own_house):  # noqa: ASYNC110  # it tells nobody
            await asyncio.sleep(0.01)
    assert await faults(own_house) == []


async def test_after_a_new_key_the_old_one_still_checks_and_without_it_its_seals_are_named(own_house: House) -> None:
    await batches(own_house, 1)
    old, new = own_house.settings.audit_keys.get_secret_value(), secrets.fresh()["audit_keys"].replace("a1:", "a2:")
    both = replace(own_house, audit_keys=SigningKeys.from_setting(f"{new},{old}"))
    await batches(both, 1)
    assert await faults(both) == []
    assert await faults(replace(own_house, audit_keys=SigningKeys.from_setting(new))) == [(1, Fault.NO_KEY)]


async def test_when_a_person_is_deleted_the_chain_still_fits(own_house: House, owner: psycopg.AsyncConnection) -> None:
    maria = await a_person(own_house)
    async with own_house.transaction(maria) as session:
        audit.record(session, maria, "thing.done", subject_table="account", subject_id=maria.person_id)
    await seal_new(own_house)
    assert (await owner.execute("delete from account")).rowcount == 1
    assert await faults(own_house) == []


@pytest.mark.parametrize("visitor", [Guest(), System("health"), System("keeper"), System("desk"), SEALER])
async def test_nobody_in_the_app_can_change_what_was_written_or_sealed(
    own_house: House, visitor: Guest | System
) -> None:
    await batches(own_house, 1)
    columns = {"audit_record": "act", "audit_seal": "count", "audit_sealed": "seal_number", "audit_check": "wrong"}
    for table, column in columns.items():
        for crime in (f"delete from {table}", f"update {table} set {column} = {column}"):  # noqa: S608  # our names
            with pytest.raises(DBAPIError, match="permission denied"):
                async with own_house.transaction(visitor) as session:
                    await (await session.connection()).execute(text(crime))


async def test_a_new_column_changes_no_old_record_and_no_two_records_are_written_alike(own_house: House) -> None:
    record = AuditRecord(at=own_house.clock.now(), actor_kind="system", actor_id="desk", act="a", subject_table="b")
    assert b"as_role" not in canonical(record)
    other = AuditRecord(**{**record.model_dump(), "act": 'a","as_role":"b'})
    assert hashlib.sha256(canonical(record)).digest() != hashlib.sha256(canonical(other)).digest()


async def test_the_nightly_check_tells_the_page_of_health(own_house: House, owner: psycopg.AsyncConnection) -> None:
    await batches(own_house, 2)
    await check_audit.work(own_house)
    assert await _to_look_at(own_house) == {}
    await owner.execute("delete from audit_record where id = (select last_id from audit_seal where number = 2)")
    own_house.clock.instant += timedelta(days=1)  # type: ignore[attr-defined]  # a clock that a test moves
    await check_audit.work(own_house)
    assert await _to_look_at(own_house) == {"audit": 1}


async def test_auditors_get_the_last_seal_each_night_while_the_trail_fits(
    own_house: House, owner: psycopg.AsyncConnection
) -> None:
    await a_person(own_house, role=Role.AUDITOR, address="aud@people.example")
    await a_person(own_house, role=Role.PREPARER)
    await batches(own_house, 2)
    await check_audit.work(own_house)
    [letter] = await letters_of(own_house)
    head = await check(own_house)
    assert letter["To"] == "aud@people.example"
    [kept] = [line for line in letter.get_content().splitlines() if line.startswith(f"{head.seals}:")]
    assert (await check(own_house, Anchor.read(kept))).has_anchor
    await owner.execute("delete from audit_record where id = (select last_id from audit_seal where number = 1)")
    await check_audit.work(own_house)
    assert await letters_of(own_house) == []


async def _to_look_at(house: House) -> dict[str, float | None]:
    async with house.transaction(System("health")) as session:
        last = (await session.exec(select(AuditCheck).order_by(col(AuditCheck.at).desc()).limit(1))).first()
    return {each.code: each.value for each in judged([], [], last) if each.needs_a_look}


async def _seals(house: House) -> list[int]:
    async with house.transaction(SEALER) as session:
        return list(await session.exec(select(AuditSeal.number)))


async def test_a_seal_that_was_kept_elsewhere_shows_that_the_end_was_cut_off(
    own_house: House, owner: psycopg.AsyncConnection
) -> None:
    await batches(own_house, 3)
    head = (await check(own_house)).head
    line = f"3:{head.hex()}"
    await acts(own_house)
    found = await check(own_house, Anchor.read(line))
    assert (found.has_anchor, "is still in the chain" in next(said(found))) == (True, True)
    await owner.execute(
        "delete from audit_record where id in (select record_id from audit_sealed where seal_number > 2)"
    )
    await owner.execute("delete from audit_sealed where seal_number > 2")
    await owner.execute("delete from audit_seal where number > 2")
    found = await check(own_house, Anchor.read(line))
    assert (found.wrong, found.unsealed) == ([], 0), "without the kept seal, nothing would tell"
    assert (found.has_anchor, "not in the chain any more" in next(said(found))) == (False, True)


@pytest.mark.parametrize("told", ["", "3", "3:abc", "3:" + "00" * 31, "0:" + "00" * 32, "x:" + "00" * 32])
def test_what_is_no_seal_is_not_taken_for_one(told: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Anchor.read(told)


@pytest.mark.parametrize("typed", ["99999:abcd", "abcd", ":", "1:" + "x" * 64, "0:" + "a" * 64])
def test_what_can_be_no_seal_is_refused_in_one_line_that_says_what_to_do(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--seal", typed]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{sentence('audit.is_no_seal')}\n")
