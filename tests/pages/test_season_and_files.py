"""The season in pictures, and lists as files: pages and the form that sends one."""

from datetime import timedelta

import pytest

from db.values.people import Role
from tests.app import App
from tests.pages.acting import elements
from tests.people import known_as

pytestmark = pytest.mark.usefixtures("nobody_works_here")


async def test_a_coordinator_reads_the_season_and_a_preparer_reads_it_rounded(app: App) -> None:
    cora, _ = await known_as(app, Role.COORDINATOR)
    await cora.open("/staff/season")
    for said in (
        "Returns begun",
        "Returns finished",
        "Returns filed",
        "Reviews that are open",
        "Time to review",
        "Approved reviews: 0.",
        "Reviews that ended without an approval: 0.",
        "Reviews that the customer took back: 0.",
        "By how people talk",
    ):
        assert said in cora.says()
    assert "rounded" not in cora.says()
    assert "Save as a file" in cora.says()
    dana, _ = await known_as(app, Role.PREPARER)
    await dana.open("/staff/season?year=2026")
    assert "Numbers are rounded to fives" in dana.says()
    assert "Save as a file" not in dana.says()
    assert (await dana.http_client.get("/staff/season?year=1999")).status_code == 404


async def test_a_file_is_sent_to_who_showed_that_it_is_them_and_said_what_it_is_for(app: App) -> None:
    cora, _ = await known_as(app, Role.COORDINATOR)
    await cora.open("/staff/export?what=customers&residence=TX")
    assert "State TX" in cora.says()
    reply = await cora.send("export", what="customers", residence="TX", purpose="")
    assert reply.headers["location"] == "/staff/export?what=customers&residence=TX"
    await cora.open(reply.headers["location"])
    assert "Choose what the file is for." in cora.says()
    reply = await cora.send("export", what="customers", residence="TX", purpose="report")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert reply.headers["cache-control"] == "private, no-store"
    assert reply.content.startswith(
        b"\xef\xbb\xbfCustomer,Name,Talks by,State,Return of 2025,Joined,Filed on,Amended on\r\n"
    )
    app.stands_still_at(app.house.clock.now() + timedelta(minutes=11))
    reply = await cora.send("export", what="season", purpose="report")
    assert reply.headers["location"].startswith("/account/prove?next=%2Fstaff%2Fexport")


async def test_a_filter_of_the_address_that_is_none_is_named(app: App) -> None:
    lee, _ = await known_as(app, Role.ADMINISTRATOR)
    await lee.open("/staff/export?what=customers&talk=Shouting")
    assert "has a filter that we can’t use" in lee.says()
    hidden = [each.props.get("defaultValue") for each in elements(lee) if each.props.get("type") == "hidden"]
    assert "Shouting" not in hidden
    reply = await lee.send("export", what="customers", talk="Shouting", purpose="report")
    assert reply.status_code == 303


async def test_nobody_else_is_sent_a_file(app: App) -> None:
    for role in (Role.CUSTOMER, Role.PREPARER, Role.AUDITOR):
        somebody, _ = await known_as(app, role)
        reply = await somebody.send("export", what="customers", purpose="report")
        assert reply.status_code == 403, role
