"""What somebody who knows another person's page, or another site, can do to it: nothing."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    refund_card,
    visit,
)
from tests.browser.overhearing import Overheard, Refused, connected, cookies_of, saying_instead
from tests.processes.house_process import HouseProcess

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_message_in_the_name_of_another_person_s_page_changes_nothing(
    open_page: OpenPage, house: HouseProcess
) -> None:
    maria, thief = await open_page(), await open_page()
    of_maria, of_thief = Overheard(maria), Overheard(thief)
    for page, wages in ((maria, "31,200"), (thief, "40,000")):
        await begin_estimate(page)
        await answer_as_a_single_person(page)
        await answer(page, WAGES, wages)
        await expect(refund_card(page)).to_contain_text("You owe")
    stolen = saying_instead(of_maria.message_with("31,200"), "31,200", "90,000")
    own = saying_instead(of_thief.message_with("40,000"), "40,000", "31,200")

    cookie = await cookies_of(thief)
    async with connected(of_thief.url, origin=house.address, cookie=cookie) as program:
        await program.emit("event", stolen)
        await program.emit("event", own)
        await expect(refund_card(thief)).to_contain_text("You owe $1,619")  # it is heard, for its own page
    await expect(refund_card(maria)).to_contain_text("You owe $1,619")
    again = await maria.context.new_page()
    await again.goto(maria.url)
    await expect(again.get_by_label(WAGES)).to_have_value("31,200")

    await maria.evaluate("(message) => window.socket.emit('event', message)", stolen)
    await expect(refund_card(maria)).not_to_contain_text("$1,619")  # the same message, from her own socket
    await visit(again, ESTIMATE)
    await expect(again.get_by_label(WAGES)).to_have_value("90,000")


async def test_a_socket_cannot_take_over_another_person_s_page(open_page: OpenPage, house: HouseProcess) -> None:
    maria, thief = await open_page(), await open_page()
    of_maria, of_thief = Overheard(maria), Overheard(thief)
    await begin_estimate(maria)
    await begin_estimate(thief)
    hers = of_maria.url.partition("client_id=")[2].partition("&")[0]
    with pytest.raises(Refused):
        async with connected(of_thief.url, origin=house.address, cookie=await cookies_of(thief), client_id=hers):
            pass


async def test_whoever_learns_the_address_of_a_socket_needs_its_session_too(
    open_page: OpenPage, house: HouseProcess
) -> None:
    maria, thief = await open_page(), await open_page()
    of_maria = Overheard(maria)
    await begin_estimate(maria)
    await begin_estimate(thief)
    for cookie in (await cookies_of(thief), "", "mbtq_session=made-up", "nonsense"):
        with pytest.raises(Refused):
            async with connected(of_maria.url, origin=house.address, cookie=cookie):
                pass
    async with connected(of_maria.url, origin=house.address, cookie=await cookies_of(maria)) as program:
        assert program.connected


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_socket_opened_by_another_site_is_refused_and_our_own_is_not(
    transport: str, open_page: OpenPage, house: HouseProcess
) -> None:
    page = await open_page("/")
    overheard = Overheard(page)
    await begin_estimate(page)
    for elsewhere in ("https://evil.example", "null", house.address.replace("localhost", "localhost.evil.example")):
        with pytest.raises(Refused):
            async with connected(overheard.url, origin=elsewhere, cookie=await cookies_of(page), transport=transport):
                pass
    cookie = await cookies_of(page)
    async with connected(overheard.url, origin=house.address, cookie=cookie, transport=transport) as program:
        assert program.connected
