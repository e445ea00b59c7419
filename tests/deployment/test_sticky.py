"""A page lives in one process. Its socket comes to that process, and people move on when the process goes away."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.checks import settle
from tests.browser.estimates import WAGES, begin_estimate
from tests.deployment.standing import Standing
from tests.services.jobs.waiting import until
from tests.smoke.site import Site, Wanted
from tests.smoke.socket import socket

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
ComeIn = Callable[[], Awaitable[Page]]
PEOPLE = 4


@pytest_asyncio.fixture(loop_scope="session")
async def come_in(browser: Browser, site: Standing) -> AsyncIterator[ComeIn]:
    """Somebody with an empty browser opens the first page. They all come from one address, and leave at the end."""
    pages: list[Page] = []

    async def come_in() -> Page:
        context = await browser.new_context(ignore_https_errors=True)
        pages.append(await context.new_page())
        await pages[-1].goto(site.nginx.address)
        return pages[-1]

    yield come_in
    for page in pages:
        await page.context.close()
    await until(lambda: sum(connected(site)) == 0)


def connected(site: Standing) -> list[int]:
    """How many pages have a socket to each process that runs."""
    running = [
        process for process, house in zip(site.processes, site.houses, strict=True) if house.process.poll() is None
    ]
    return [process.connected_pages() for process in running]


async def test_each_socket_meets_the_process_of_its_page_at_the_first_try(come_in: ComeIn, site: Standing) -> None:
    tried: list[str] = []
    for _ in range(PEOPLE):
        page = await come_in()
        page.context.on(
            "request", lambda request: tried.append(request.url) if request.is_navigation_request() else None
        )
    await until(lambda: sum(connected(site)) == PEOPLE)
    assert not tried  # a page that meets the wrong process loads itself anew


async def test_a_walk_of_the_served_address_finds_the_process_of_its_page_too(
    site: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(site.nginx.folder / "fullchain.pem"))
    for _ in range(PEOPLE):
        async with httpx.AsyncClient(base_url=site.nginx.address, verify=site.nginx.trusted()) as client:
            assert "our own page gets one" in await socket(Site(site.nginx.address, client, Wanted()))


async def test_an_answer_goes_through_nginx_to_the_database_and_comes_back(come_in: ComeIn) -> None:
    page = await come_in()
    await settle(page)
    await begin_estimate(page)
    wages = page.get_by_label(WAGES).first
    await wages.fill("31200")
    await page.keyboard.press("Tab")
    await expect(wages).to_have_attribute("data-saved", "31,200")  # an earlier reload brings back the draft, as typed
    await page.reload()
    await expect(wages).to_have_value("31,200")


async def test_people_of_a_process_that_goes_away_move_to_the_other(come_in: ComeIn, site: Standing) -> None:
    for _ in range(2):
        await come_in()
    await until(lambda: sum(connected(site)) == 2)
    await asyncio.to_thread(site.stop, connected(site).index(max(connected(site))))
    await until(lambda: connected(site) == [2])
    with site.browser() as somebody:
        answers = [
            somebody.get("/sign-in", headers={"Cookie": f"__Host-mbtq_route={one:032x}"}).status_code
            for one in range(9)
        ]
    assert set(answers) == {200}
