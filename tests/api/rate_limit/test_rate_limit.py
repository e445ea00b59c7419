"""Who asks too often waits, and nobody else does."""

import logging
import re
from datetime import timedelta

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from api.rate_limit import callers, counting
from db.values.display import Theme
from db.values.people import CommunicationPreference
from services.accounts import sessions
from services.partners.keys import DESK, make_key
from services.preferences import Preferences
from tests.api.rate_limit.conftest import FIVE
from tests.app import App
from tests.factories import PASSWORD, an_account, an_address
from tests.partners import ESTIMATE, a_key, a_partner, a_program, revoke
from tests.people import makes_account

SCHOOL, HOME = "198.51.100.1", "203.0.113.9"


def at(app: App, place: str, **headers: str) -> httpx.AsyncClient:
    """A browser somewhere behind our proxy."""
    client = app.somebody().http_client
    client.headers.update({"X-Forwarded-For": place, **headers})
    return client


async def statuses(client: httpx.AsyncClient, path: str, times: int) -> list[int]:
    return [(await client.get(path)).status_code for _ in range(times)]


async def _rosa(app: App, address: str) -> httpx.AsyncClient:
    """Somebody who has made an account at home."""
    rosa = app.somebody()
    rosa.http_client.headers["X-Forwarded-For"] = HOME
    await makes_account(app, rosa, address)
    return rosa.http_client


async def test_the_sixth_page_in_a_minute_is_refused_at_one_place_and_not_at_another(app: App) -> None:
    assert await statuses(at(app, SCHOOL), "/display", FIVE + 1) == [200] * FIVE + [429]
    assert await statuses(at(app, SCHOOL), "/display", 1) == [429]
    assert await statuses(at(app, HOME), "/display", 1) == [200]


async def test_a_made_up_forwarded_address_is_no_way_around(app: App) -> None:
    found = [(await at(app, f"192.0.2.{n}, {SCHOOL}").get("/display")).status_code for n in range(FIVE + 1)]
    assert found == [200] * FIVE + [429]


async def test_files_health_and_the_socket_do_not_count(app: App) -> None:
    client = at(app, SCHOOL)
    for path in ("/assets/fonts/LICENCE.txt", "/api/internal/health", "/api/internal/health/ready", "/_nicegui/x"):
        found = [await client.get(path) for _ in range(FIVE + 1)]
        assert {429, 500} & {reply.status_code for reply in found} == set()
        assert not any("ratelimit" in reply.headers for reply in found)
    assert await statuses(client, "/display", 1) == [200]


async def test_each_answer_says_where_the_caller_stands(app: App) -> None:
    reply = await at(app, SCHOOL).get("/display")
    assert reply.headers["ratelimit-policy"] == '"requests";q=5;w=60'
    [(left, seconds)] = re.findall(r'^"requests";r=(\d+);t=(\d+)$', reply.headers["ratelimit"])
    assert (left, 0 < int(seconds) <= 60) == ("4", True)
    assert reply.headers["x-ratelimit-limit"] == "5"
    assert reply.headers["x-ratelimit-remaining"] == left
    assert reply.headers["x-ratelimit-reset"] == seconds
    assert "retry-after" not in reply.headers


async def test_a_person_who_is_refused_reads_what_happened_and_when_to_go_on(app: App) -> None:
    client = at(app, SCHOOL)
    client.cookies.set(
        "mbtq_display", Preferences(CommunicationPreference.ASL_INTERPRETER, theme=Theme.DARK).as_cookie()
    )
    await statuses(client, "/display", FIVE)
    reply = await client.get("/display?next=/%22%3E")
    seconds = int(reply.headers["retry-after"])
    assert (reply.status_code, reply.headers["content-type"]) == (429, "text/html; charset=utf-8")
    assert f"You can go on in {seconds} second" in reply.text
    assert "Once you sign in, only your own pages count." in reply.text
    assert 'href="/display?next=/%22%3E"' in reply.text
    assert 'data-theme="dark"' in reply.text
    assert "We talk by <strong>ASL interpreter</strong>" in reply.text
    assert 'href="/talk?next=/display%3Fnext%3D/%2522%253E"' in reply.text
    assert "<script" not in reply.text
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]


async def test_what_is_refused_has_a_name_of_its_own_where_requests_are_counted(
    app: App, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="services.journal.entries")
    await statuses(at(app, SCHOOL), "/display", FIVE + 1)
    routes = [one.route for one in caplog.records if one.getMessage() == "request"]  # type: ignore[attr-defined]
    assert routes == ["/display"] * FIVE + ["refused"]


async def test_the_way_back_never_leads_to_another_site(app: App) -> None:
    client = at(app, SCHOOL)
    await statuses(client, "/display", FIVE)
    reply = await client.get(f"{app.origin}//elsewhere.example/x")
    assert reply.status_code == 429
    assert 'href="/elsewhere.example/x"' in reply.text


async def test_a_form_that_came_too_soon_can_be_sent_again(app: App) -> None:
    client = at(app, SCHOOL)
    await statuses(client, "/display", FIVE)
    reply = await client.post("/api/forms/display", data={"theme": "dark"})
    assert (reply.status_code, reply.headers["content-type"]) == (429, "text/html; charset=utf-8")
    assert "go back in your browser, and send it once more" in reply.text
    assert 'href="/api/forms' not in reply.text


async def test_who_has_signed_in_is_not_locked_out_by_others_at_their_place(app: App) -> None:
    rosa, sam = await _rosa(app, an_address()), at(app, SCHOOL)
    rosa.headers["X-Forwarded-For"] = SCHOOL
    assert await statuses(sam, "/display", FIVE + 1) == [200] * FIVE + [429]
    assert await statuses(rosa, "/account", FIVE + 1) == [200] * FIVE + [429]
    assert "Once you sign in" not in (await rosa.get("/account")).text


async def test_who_is_locked_out_by_others_at_their_place_can_still_sign_in(app: App) -> None:
    address = an_address()
    await _rosa(app, address)
    again = at(app, SCHOOL)
    assert await statuses(again, "/display", FIVE + 1) == [200] * FIVE + [429]
    assert 'href="/sign-in"' in (await again.get("/display")).text
    assert (await again.get("/sign-in")).status_code == 200
    signed_in = await again.post("/api/forms/sign-in", data={"email": address, "password": PASSWORD})
    assert signed_in.headers["location"] == "/account"
    assert (await again.get("/account")).status_code == 200


async def _signed_in(app: App, address: str) -> httpx.AsyncClient:
    """One more device of whoever has this address."""
    client = at(app, HOME)
    await client.post("/api/forms/sign-in", data={"email": address, "password": PASSWORD})
    return client


async def _guest(app: App, place: str, form: str = "estimate") -> tuple[int, httpx.AsyncClient]:
    """Somebody who would begin without an account: the answer, and their browser."""
    client = at(app, place)
    told = {"tax_year": "2025"} if form == "estimate" else {"step": "language", "language": "ASL"}
    return (await client.post(f"/api/forms/{form}", data=told)).status_code, client


@pytest.mark.parametrize("form", [path.removeprefix("/api/forms/") for path in sorted(counting.MAKES_GUESTS)])
async def test_one_place_makes_few_guests_a_minute_and_another_makes_its_own(app: App, form: str) -> None:
    assert [(await _guest(app, SCHOOL, form))[0] for _ in range(2)] == [303, 429]
    assert (await _guest(app, HOME, form))[0] == 303


async def test_the_guests_of_one_place_have_a_limit_together_and_can_sign_in_beyond_it(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_NEW_GUESTS_SHARE", 1)
    monkeypatch.setattr(counting, "_GUESTS_OF_A_PLACE", 2)
    first, second, third = [(await _guest(app, SCHOOL))[1] for _ in range(3)]
    assert await statuses(first, "/display", FIVE) == [200] * FIVE
    assert await statuses(second, "/display", FIVE) == [200] * FIVE
    refused = await third.get("/display")
    assert refused.status_code == 429
    assert "Once you sign in, only your own pages count." in refused.text
    assert await statuses(third, "/sign-in", 1) == [200]
    third.headers["X-Forwarded-For"] = HOME
    assert await statuses(third, "/display", 1) == [200]


async def test_who_has_signed_in_is_not_counted_with_the_guests_of_their_place(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_GUESTS_OF_A_PLACE", 1)
    rosa, (_, guest) = await _rosa(app, an_address()), await _guest(app, SCHOOL)
    rosa.headers["X-Forwarded-For"] = SCHOOL
    assert await statuses(guest, "/display", FIVE) == [200] * FIVE
    assert await statuses(rosa, "/account", 1) == [200]


async def test_many_sessions_of_one_account_have_a_limit_together(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_DEVICES_OF_AN_ACCOUNT", 2)
    one, other = an_address(), an_address()
    for address in (one, other):
        await an_account(app.house, address=address)
    phone, laptop, tablet, strange = [await _signed_in(app, address) for address in (one, one, one, other)]
    assert await statuses(phone, "/display", FIVE) == [200] * FIVE
    assert await statuses(laptop, "/display", FIVE) == [200] * FIVE
    assert await statuses(tablet, "/display", 3) == [200] * 3  # its own first, and what the others left
    assert await statuses(strange, "/display", FIVE) == [200] * FIVE
    refused = await tablet.get("/display")
    assert refused.status_code == 429
    assert refused.headers["ratelimit-policy"] == '"requests of an account";q=10;w=60'
    assert "All devices on which you are signed in count together." in refused.text
    assert 'href="/account/devices"' in refused.text


async def test_a_device_that_uses_up_all_of_an_account_can_be_signed_out_from_another(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_DEVICES_OF_AN_ACCOUNT", 0)
    address = an_address()
    await an_account(app.house, address=address)
    thief, owner = [await _signed_in(app, address) for _ in range(2)]
    assert await statuses(thief, "/display", 2) == [200, 429]
    assert await statuses(owner, "/account/devices", 1) == [200]


async def test_four_devices_of_one_account_have_all_of_their_requests(app: App) -> None:
    address = an_address()
    await an_account(app.house, address=address)
    for device in [await _signed_in(app, address) for _ in range(4)]:
        assert await statuses(device, "/display", FIVE + 1) == [200] * FIVE + [429]


async def test_polls_of_a_page_without_a_web_socket_have_a_limit_of_their_own(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_POLLS_FOR_A_REQUEST", 2)
    monkeypatch.setattr(counting, "_POLLS_AT_A_PLACE", 3)
    poll = "/_nicegui_ws/socket.io/?EIO=3"  # refused by the library, and counted before
    rosa, stranger = await _rosa(app, an_address()), at(app, SCHOOL)
    assert await statuses(rosa, poll, FIVE * 2) == [400] * FIVE * 2
    refused = await rosa.get(poll)
    assert (refused.status_code, refused.headers["content-type"]) == (429, "application/problem+json")
    assert await statuses(rosa, "/account", 1) == [200]
    assert await statuses(stranger, poll, FIVE * 3 + 1) == [400] * FIVE * 3 + [429]
    assert await statuses(stranger, "/display", 1) == [200]


async def test_signing_in_has_a_limit_too(app: App) -> None:
    assert await statuses(at(app, SCHOOL), "/sign-in", FIVE + 1) == [200] * FIVE + [429]


async def test_an_unknown_session_or_key_with_each_request_is_no_way_around(app: App) -> None:
    found = []
    for number in range(FIVE + 1):
        client = at(app, SCHOOL, **{"X-API-Key": f"mbtq_abcdefgh_{number:043}"})
        client.cookies.set("mbtq_session", f"made up {number}")
        found.append((await client.get("/display")).status_code)
    assert found == [200] * FIVE + [429]


async def test_a_known_session_is_not_looked_up_with_each_request(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    client = await _rosa(app, an_address())
    assert (await client.get("/account")).status_code == 200
    asked: list[str] = []

    async def count(*_: object) -> None:
        asked.append("session")

    monkeypatch.setattr(sessions, "visitor_of", count)
    await client.get("/api/openapi.json")
    assert not asked


async def test_one_place_cannot_keep_us_looking_up_what_it_makes_up(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callers, "_LOOKUPS", 1)
    asked: list[str] = []
    ask = sessions.visitor_of

    async def counted(session: object, token: str, *, is_use: bool) -> object:
        asked.append(token)
        return await ask(session, token, is_use=is_use)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(sessions, "visitor_of", counted)
    client = at(app, SCHOOL)
    for number in range(FIVE + 3):
        client.cookies.set("mbtq_session", f"made up {number}", domain="localhost.local")
        await client.get("/api/openapi.json")
    assert len(asked) == FIVE


async def test_without_a_database_everybody_is_counted_by_place(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: object, **__: object) -> None:
        raise OperationalError("select", {}, ConnectionRefusedError())

    monkeypatch.setattr(sessions, "visitor_of", away)
    client = at(app, SCHOOL)
    client.cookies.set("mbtq_session", "x", domain="localhost.local")
    assert await statuses(client, "/api/openapi.json", FIVE + 1) == [200] * FIVE + [429]


async def test_a_program_that_asks_too_often_is_told_as_a_problem(app: App) -> None:
    partner = await a_partner(app)
    found = [await partner.ask(income_w2=31200) for _ in range(FIVE + 1)]
    assert [reply.status_code for reply in found] == [200] * FIVE + [429]
    refused = found[-1]
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["title"] == "Too Many Requests"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert (await (await a_partner(app)).ask(income_w2=31200)).status_code == 200


async def test_a_key_may_have_a_limit_of_its_own(app: App) -> None:
    async with app.house.transaction(DESK) as session:
        made = await make_key(session, DESK, partner="Busy Bank", requests_per_minute=FIVE + 2)
    client = a_program(app, **{"X-API-Key": made.key})
    assert await statuses(client, "/api/openapi.json", FIVE + 3) == [200] * (FIVE + 2) + [429]


async def test_a_key_that_has_ended_does_not_count_for_itself_any_more_after_a_minute(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers, "_REMEMBERED", timedelta(0))
    key = await a_key(app)
    client = a_program(app, **{"X-API-Key": key.key})
    assert (await client.post(ESTIMATE, json={"income_w2": 1})).status_code == 200
    await revoke(app, key)
    found = [(await client.post(ESTIMATE, json={"income_w2": 1})).status_code for _ in range(FIVE + 1)]
    assert found == [401] * FIVE + [429]
