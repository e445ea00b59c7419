"""Who has tried too often reads how long to wait, loses nothing but the password, and disturbs nobody else."""

import httpx

from tests.app import App, Somebody
from tests.factories import PASSWORD, an_address
from tests.people import signed_up

WAIT = "Please wait 30 seconds."


async def _five_wrong_tries(app: App, address: str) -> Somebody:
    stranger = app.somebody()
    for _ in range(5):
        await stranger.send("sign-in", email=address, password="not the password", next="/tax")
    return stranger


async def test_the_page_says_how_long_to_wait_and_keeps_the_address_and_the_way_back(app: App) -> None:
    address = an_address()
    await signed_up(app, address)
    stranger = await _five_wrong_tries(app, address)
    assert WAIT in (await stranger.http_client.get("/sign-in")).text
    reply = await stranger.send("sign-in", email=address, password=PASSWORD, next="/tax")
    assert reply.headers["location"] == "/sign-in?next=/tax"
    page = (await stranger.http_client.get("/sign-in?next=/tax")).text
    assert all(said in page for said in (WAIT, address, "Help to get in"))
    assert PASSWORD not in page
    assert (await stranger.http_client.get("/account")).status_code == 303


async def test_an_address_without_an_account_is_answered_alike(app: App) -> None:
    stranger = await _five_wrong_tries(app, an_address())
    assert WAIT in (await stranger.http_client.get("/sign-in")).text


async def test_who_is_signed_in_stays_so_and_another_place_is_not_slowed_down(app: App) -> None:
    address = an_address()
    phone = await signed_up(app, address)
    await _five_wrong_tries(app, address)
    assert (await phone.http_client.get("/account")).status_code == 200
    at_work = httpx.AsyncClient(
        transport=app.reached_from("192.0.2.1"), base_url=app.origin, headers={"Origin": app.origin}
    )
    reply = await at_work.post("/api/forms/sign-in", data={"email": address, "password": PASSWORD})
    assert reply.headers["location"] == "/account"
