"""A device that is signed out is left at once, also where another process has its page than the one that does it."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from db.engine import make_engine
from db.tables.people import Account
from services import words
from services.accounts import enrolment, sessions
from services.house import House, furnished
from services.settings import Settings
from services.visitor import Guest
from tests.browser.checks import settle
from tests.browser.test_signing_out import LEFT_WITHIN_MS
from tests.database import DatabaseUrls
from tests.deployment.standing import Standing
from tests.factories import an_address
from tests.services.jobs.waiting import until
from ui import cookies

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
OnDevice = Callable[[str, str], Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="session")
async def door(site: Standing, urls: DatabaseUrls) -> AsyncIterator[House]:
    """The same house without a process: its keys and its database."""
    told = {name.lower(): value for name, value in site.processes[0].environment.items() if name != "REDIS_URL"}
    engine = make_engine(urls.app, pool_size=1)
    yield furnished(Settings(_env_file=None, **told), engine)  # type: ignore[arg-type]  # text, which Pydantic reads
    await engine.dispose()


@pytest_asyncio.fixture(loop_scope="session")
async def on_device(browser: Browser, site: Standing, door: House) -> AsyncIterator[OnDevice]:
    """Opens a path on a device of its own, each time as the same person, by a route that leads to one process."""
    async with door.transaction(enrolment.DOOR) as session:
        opened = await enrolment.sign_up(session, Guest(), address=an_address(), password_hash=None, demo=True)
        account = await session.get_one(Account, opened.visitor.person_id)
    contexts: list[BrowserContext] = []

    async def open_there(path: str, route: str) -> Page:
        async with door.transaction(enrolment.DOOR) as session:
            token = (await sessions.open_for(session, account)).token
        contexts.append(context := await browser.new_context(ignore_https_errors=True))
        brought = {f"__Host-{cookies.SESSION}": token, "__Host-mbtq_route": route}
        await context.add_cookies(
            [
                {"name": name, "value": value, "url": site.nginx.address, "secure": True}
                for name, value in brought.items()
            ]
        )
        page = await context.new_page()
        await page.goto(site.nginx.address + path)
        await settle(page)
        return page

    yield open_there
    for context in contexts:
        await context.close()
    await until(lambda: [process.connected_pages() for process in site.processes] == [0, 0])


def a_route_to_each_process(site: Standing) -> tuple[str, ...]:
    """Found by trying: which process a route leads to is nginx's own choice."""
    found: dict[str, str] = {}
    with site.browser() as somebody:
        for number in range(64):  # all to one process happens once in 10**19 runs
            somebody.cookies.set("__Host-mbtq_route", route := f"{number:032x}")
            reply = somebody.get("/sign-in")
            found.setdefault(str(site.nginx.line_of(reply.headers["x-request-id"])["upstream"]), route)
            if len(found) == 2:
                break
    return tuple(found.values())


@pytest.mark.parametrize(
    ("at", "button"),
    [("/account/devices", words.sentence("device.sign_out_others")), ("/account", "Sign out everywhere")],
    ids=["every other device", "every device"],
)
async def test_a_page_of_the_other_process_is_left_within_two_seconds(
    on_device: OnDevice, site: Standing, at: str, button: str
) -> None:
    to_laptop, to_phone = a_route_to_each_process(site)  # pylint: disable=unbalanced-tuple-unpacking  # one each
    laptop, phone = await on_device("/account/devices", to_laptop), await on_device(at, to_phone)
    assert [process.connected_pages() for process in site.processes] == [1, 1]
    await phone.get_by_role("button", name=button, exact=True).click()
    await laptop.wait_for_url("**/signed-out?by=elsewhere", timeout=LEFT_WITHIN_MS, wait_until="commit")
    await settle(laptop)
    await expect(laptop.get_by_text("This device was signed out from another window or device.")).to_be_visible()
    await laptop.goto(site.nginx.address + "/account/devices")
    await expect(laptop).to_have_url(f"{site.nginx.address}/sign-in?next=/account/devices")
