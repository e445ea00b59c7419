"""Nothing that a person typed, sent or holds gets into a log line, a report to Sentry or a metric, whatever happens.

The app is driven through every door with values that are easily found again. The last tests break the mask, and find
them: the search can fail.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, NoReturn
from urllib.parse import quote

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from api.tax import refund_estimate
from db.types import new_id
from services.accounts import enrolment, passwords
from services.errors import Invalid, Unavailable
from services.feedback import receiving
from services.house import House
from services.jobs.send_mail import send_mail
from services.journal import lines, reports
from services.providers.mail.smtp import SmtpMail
from services.returns import opening
from services.settings import Settings
from tests.api.forms_with_files import send
from tests.api.sending_documents import send_documents
from tests.app import App, Somebody
from tests.factories import an_account
from tests.pages.acting import press, type_into
from tests.pages.rosa import rosa
from tests.partners import a_partner
from tests.people import known_as, signed_up
from tests.security.doors import forms, pages
from tests.security.markers import EMAIL, MARKERS, PASSWORD, TEXTS, watched
from tests.services.file_reader.papers import a_pdf
from tests.services.providers.post_office import PostOffice, open_office
from tests.services.providers.test_smtp import letter
from ui import cookies
from ui.middleware import request_journal

DOCUMENT = a_pdf("Wombatine 900-55-1234 earned 48213.77")


def a_bug(*_sent: Any, **_named: Any) -> NoReturn:
    """What a bug may say: all that it held."""
    raise RuntimeError(f"{TEXTS}")


async def forms_and_addresses(app: App, somebody: Somebody, texts: Sequence[str]) -> None:
    """Every form with these values in every field, and every address with them in its path and query."""
    for door in forms(app):
        if door.path != "/api/forms/sign-out":
            for value in texts if door.fields else texts[:1]:
                await somebody.http_client.post(door.filled(), data=dict.fromkeys(door.fields, value))
    for door in pages(app):
        for value in texts[::3]:
            in_path = {part: quote(value, safe="") for part in door.parts}
            await somebody.http_client.get(door.filled(**in_path), params=dict.fromkeys(door.query or ("q",), value))
    for path in ("", "tax/", "documents/"):
        await somebody.http_client.get(f"/{path}{quote(EMAIL)}/{quote(TEXTS[0])}?token={MARKERS['token']}")


async def headers_and_cookies(somebody: Somebody) -> None:
    """What a browser brings besides."""
    for name in ("User-Agent", "Referer", "X-Request-ID", "X-Forwarded-For", "Authorization", "Accept-Language"):
        await somebody.http_client.get("/account", headers={name: f"{EMAIL} {MARKERS['token']}"})
    for cookie in (cookies.SESSION, cookies.ATTEMPT, cookies.DISPLAY):
        await somebody.http_client.get("/tax", headers={"Cookie": f"{cookie}={MARKERS['token']}"})


async def events(app: App) -> None:
    """What is typed on a page comes by the socket."""
    somebody = await rosa(app)
    await type_into(somebody, "Box 1: your wages", "48,213.77")
    for odd in ("Zebulonia Quist", EMAIL, "900-55-1234", "48213.771"):
        await type_into(somebody, "Box 1: your wages", odd)
        await type_into(somebody, "Your date of birth", odd, odd, odd)
    await somebody.open("/tax/2025/costs")
    await press(somebody, "Add a cost")
    await type_into(somebody, "What did you pay for?", "hearing_aids")
    await type_into(somebody, "What was it for?", "care")
    await type_into(somebody, "What did it cost in all?", "48213.77")


async def files(app: App, somebody: Somebody) -> None:
    """Documents and a video, whole and broken, with telling names."""
    for content in (DOCUMENT, DOCUMENT[:-200], b"Wombatine", b""):
        await send_documents(somebody, ("plumbago-w2.pdf", content), category="Zebulonia")
        await send_documents(somebody, ("plumbago-w2.pdf", content))
    await somebody.open("/documents")
    for name in ("plumbago.mp4", f"{EMAIL}.mp4"):
        await send(app.somebody(), b"Wombatine" * 50, name=name, message=TEXTS[4], email=EMAIL)
    body = f"--x\r\nContent-Disposition: form-data; name=quokka; filename={EMAIL}\r\n\r\n{TEXTS[0]}"
    broken = {"Content-Type": "multipart/form-data; boundary=x"}
    for path in ("feedback", "documents"):
        await somebody.http_client.post(f"/api/forms/{path}", content=body.encode(), headers=broken)


async def partners(app: App) -> None:
    """The API, with bodies that are right, wrong and broken."""
    partner = await a_partner(app)
    await partner.ask(income_w2=48213.77, tax_year=2025, filing_status="single")
    for body in (f'{{"Zebulonia": "{EMAIL}"}}', f'{{"income_w2": "{TEXTS[0]}"}}', f"{EMAIL} {{", "[900551234]"):
        await partner.send(body)
    partner.client.headers["X-API-Key"] = f"mbtq_abcdefgh_{MARKERS['token']}"
    await partner.ask(income_w2=48213)


async def letters(house: House) -> None:
    """A mail server that says no, and names whom it means; and a letter that can't be opened."""
    to_quagmire = letter()
    to_quagmire.replace_header("To", EMAIL)
    for refusal in (f"550 5.1.1 <{EMAIL}> Zebulonia Quist is unknown", f"451 {EMAIL} later"):
        async with open_office(PostOffice(refusal=refusal)) as port:
            with suppress(Invalid, Unavailable):
                await SmtpMail("127.0.0.1", port, "none", limit_seconds=5).send(to_quagmire)
    with suppress(Exception):
        await send_mail.work(house, mail_id=EMAIL)


async def signing_in(app: App) -> None:
    """An account of the telling address: made, signed in to rightly and wrongly, and asked for by letters."""
    password_hash = await passwords.hashed(PASSWORD)
    address = f"{new_id().hex}.{EMAIL}"
    await an_account(app.house, address=address, password_hash=password_hash)
    for password in (PASSWORD, "another marmalade"):
        await app.somebody().send("sign-in", email=address, password=password)
    for form in ("sign-up", "sign-in-link", "forgot-password"):
        await app.somebody().send(form, email=address, password=PASSWORD)


async def what_goes_wrong(app: App, monkeypatch: pytest.MonkeyPatch) -> int:
    """Bugs that hold all values, in a page, an event, forms and the API: how many of the last two answered with 500."""
    somebody, partner, (maria, _) = await rosa(app), await a_partner(app), await known_as(app)
    replies = []
    with monkeypatch.context() as broken:
        broken.setattr(refund_estimate, "estimate", a_bug)
        broken.setattr(opening, "begun_years", a_bug)
        broken.setattr(enrolment, "account_at", a_bug)
        broken.setattr(receiving, "letters", None)
        replies.append(await partner.ask(income_w2=48213.77))
        await a_page_that_breaks(maria)
        replies.append(await app.somebody().send("sign-in", email=EMAIL, password=PASSWORD))
        replies.append(await send(app.somebody(), None, message=TEXTS[4], email=EMAIL))
        broken.setattr("services.returns.store.answers_in", a_bug)
        await type_into(somebody, "Box 1: your wages", "48,213.77")
    await refused_by_the_database(app.house)
    return [reply.status_code for reply in replies].count(500)


async def a_page_that_breaks(somebody: Somebody) -> None:
    """The failure goes on to the server, which logs it as Uvicorn does."""
    try:
        await somebody.http_client.get("/account")
    except RuntimeError as failure:
        logging.getLogger("uvicorn.error").error("Exception in ASGI application\n", exc_info=failure)
    else:
        pytest.fail("The page should break.")


async def refused_by_the_database(house: House) -> None:
    """PostgreSQL names the row that it refuses, and a value that it has already."""
    for sql in ("select cast(:told as integer)", "select cast(:told as date)"):
        with suppress(DBAPIError):
            async with house.transaction(enrolment.DOOR) as session:
                await (await session.connection()).execute(text(sql), {"told": TEXTS[0]})


async def everywhere(app: App) -> None:
    """Use the house, rightly and wrongly, through every door."""
    maria = await signed_up(app)
    await forms_and_addresses(app, app.somebody(), TEXTS[::2])
    await forms_and_addresses(app, maria, TEXTS[1::2])
    await headers_and_cookies(maria)
    await events(app)
    await files(app, await signed_up(app))
    await partners(app)
    await signing_in(app)
    await letters(app.house)


async def test_nothing_that_people_type_is_written_down(
    app: App, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watched(settings, monkeypatch, readable=True) as told:
        await everywhere(app)
    assert told.lines.getvalue().count("/api/forms/") > 200
    assert "estimate.save_answer" in told.lines.getvalue()
    assert "estimate.save_answer" in told.readable_lines.getvalue()
    assert told.envelopes
    assert told.found() == []


async def test_a_bug_tells_where_it_is_and_nothing_that_it_held(
    app: App, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watched(settings, monkeypatch, readable=False) as told:
        assert await what_goes_wrong(app, monkeypatch) == 3
    assert "a_bug" in told.lines.getvalue()
    assert "a_bug" in "".join(told.envelopes)
    assert told.found() == []


def _as_it_is(value: object) -> str:
    return str(value)


BREAKS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "exceptions are told whole": lambda broken: broken.setattr(lines, "told", _as_it_is),
    "reports say what exceptions say": lambda broken: broken.setattr(reports, "told", _as_it_is),
}


@pytest.mark.parametrize("how", BREAKS)
async def test_the_search_finds_what_a_broken_mask_lets_through(
    app: App, settings: Settings, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(lines, "masked", _as_it_is)
    monkeypatch.setattr(reports, "masked", _as_it_is)
    BREAKS[how](monkeypatch)
    with watched(settings, monkeypatch, readable=False) as told:
        await what_goes_wrong(app, monkeypatch)
    kinds = {each.partition(" in a ")[0] for each in told.found()}
    assert {"name", "e-mail address", "number of a taxpayer", "amount", "note", "password"} <= kinds


async def test_the_search_finds_a_path_that_is_named_in_place_of_its_route(
    somebody: Somebody, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_journal, "route_of", lambda scope: scope["path"])
    with watched(settings, monkeypatch, readable=True) as told:
        await somebody.http_client.get(f"/tax/{quote(TEXTS[0])}")
    places = {each.partition(" in a ")[2].partition(":")[0] for each in told.found()}
    assert places == {"line", "readable line", "envelope", "metric"}
