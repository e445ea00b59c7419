"""The audit trail as an auditor reads it."""

from db.values.people import Role
from services import audit
from services.audit.checking import check
from services.visitor import System
from tests.app import App
from tests.factories import a_person
from tests.pages.acting import told_at_once
from tests.people import somebody_as

PAGE = "/staff/audit"


async def test_an_auditor_reads_every_record_by_what_was_done_by_whom_and_about_whom(app: App) -> None:
    maria, dana = await a_person(app.house), await a_person(app.house, role=Role.PREPARER)
    async with app.house.transaction(dana) as session:
        audit.record(
            session, dana, "thing.seen_by_dana", subject_table="thing", about=maria.person_id, reason="assigned"
        )
    lee = await somebody_as(app, Role.AUDITOR)
    for wanted in (
        "act=thing.seen_by",
        f"who={dana.person_id}",
        f"about={maria.person_id}&act=thing",
        "act=thing&page=9",
    ):
        await lee.open(f"{PAGE}?{wanted}")
        assert "thing.seen_by_dana" in lee.says()
        assert f"person {dana.person_id}" in lee.says()
        assert str(maria.person_id) in lee.says()
    for wanted in ("act=thing.seen_by_lee", "about=nobody", f"who={maria.person_id}&act=thing"):
        await lee.open(f"{PAGE}?{wanted}")
        assert "There is no record like this." in lee.says()
    await lee.open(f"{PAGE}?about=nobody")
    assert list(told_at_once(lee)) == ["Whose data it was"]
    await lee.open(PAGE)
    assert "audit.read" in lee.says()  # the looks before


async def test_the_page_says_what_the_last_check_found(app: App) -> None:
    lee = await somebody_as(app, Role.AUDITOR)
    async with app.house.transaction(System("desk")) as session:
        audit.record(session, System("desk"), "thing.done", subject_table="thing")
    await check(app.house)
    await lee.open(PAGE)
    assert "The audit trail" in lee.says()
    assert "have not been checked yet" not in lee.says()


async def test_nobody_else_who_works_for_us_reads_it(app: App) -> None:
    for role in (Role.ADMINISTRATOR, Role.PREPARER, Role.CUSTOMER):
        other = await somebody_as(app, role)
        assert (await other.http_client.get(PAGE)).status_code == 403
