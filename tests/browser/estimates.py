"""What people do on the way to a refund estimate and on its page, as the browser tests do it."""

from datetime import date
from itertools import count
from urllib.parse import urljoin, urlsplit

from playwright.async_api import Locator, Page, expect

from tests.browser.checks import settle
from tests.factories import PASSWORD
from tests.letters import letter_to, link_in
from tests.processes.house_process import DATA_OF

ESTIMATE = "/tax/2025/estimate"
BORN = date(1988, 4, 12)
WAGES = "Box 1: your wages"
WITHHELD = "Box 2: federal income tax withheld"
EVERYTHING = "I looked at every section."
_number = count(1)


def a_new_address() -> str:
    """An address that nobody has in this worker's house."""
    return f"browser-{next(_number)}@people.example"


async def press(page: Page, button: str) -> None:
    """Press a button that leads to another page, and wait until that one is ready."""
    async with page.expect_navigation():
        await page.get_by_role("button", name=button, exact=True).click()
    await settle(page)


async def follow(page: Page, link: str) -> None:
    """Follow a link to another page, and wait until that one is ready."""
    async with page.expect_navigation():
        await page.get_by_role("link", name=link).click()
    await settle(page)


async def visit(page: Page, path: str) -> int:
    """Go to another page of the same house: its status."""
    reply = await page.goto(urljoin(page.url, path))
    await settle(page)
    return reply.status if reply else 0


async def begin_estimate(page: Page) -> None:
    """Begin the estimate for 2025, or open the one that is there."""
    await visit(page, "/tax")
    await press(page, "Show all questions for 2025")


async def make_account(page: Page, address: str, *, then: str = "/account") -> None:
    """Have an account and be signed in to it at a page, without drawing the four pages that lead there.

    Who makes one by hand is in test_letters.py and test_mistakes.py.
    """
    await send(page, "sign-up", email=address, password=PASSWORD)
    _, _, token = (await link_for(page, address)).partition("?token=")
    await send(page, "sign-up-confirm", token=token)
    await visit(page, then)


async def send(page: Page, form: str, **fields: str) -> None:
    """Send a form of the house as this browser would, cookies and all."""
    address = urljoin(page.url, f"/api/forms/{form}")
    reply = await page.request.post(address, form={**fields}, headers={"Origin": urljoin(page.url, "/").rstrip("/")})
    assert reply.ok, await reply.text()


async def link_for(page: Page, address: str, *, earlier: int = 0) -> str:
    """The link in the newest letter of this house to an address, once there are more than these earlier ones."""
    parts = urlsplit(page.url)
    return link_in(await letter_to(DATA_OF[f"{parts.scheme}://{parts.netloc}"], address, earlier=earlier))


async def sign_in(page: Page, address: str, *, then: str = "/account") -> None:
    """Sign in, and go on to a page."""
    await visit(page, f"/sign-in?next={then}")
    await fill_credentials(page, address)
    await press(page, "Sign in")


async def fill_credentials(page: Page, address: str, password: str = PASSWORD) -> None:
    """Fill in the two fields of signing up and in."""
    await page.get_by_label("Email address").fill(address)
    await page.get_by_label("Password (required)").fill(password)


async def answer(page: Page, label: str, text: str) -> None:
    """Type into a field and leave it."""
    await page.get_by_label(label).fill(text)
    await page.get_by_label(label).press("Tab")


async def choose(page: Page, legend: str, option: str) -> None:
    """Choose one of several answers."""
    await page.get_by_role("group", name=legend).get_by_role("radio", name=option).check()


async def answer_date(page: Page, legend: str, value: date) -> None:
    """Type month, day and year, and leave the last."""
    parts = page.get_by_role("group", name=legend, exact=True)
    for part, number in (("Month", value.month), ("Day", value.day), ("Year", value.year)):
        await parts.get_by_label(part).fill(str(number))
    await parts.get_by_label("Year").press("Tab")


async def answer_as_a_single_person(page: Page) -> None:
    """Single and born in 1988: all that an estimate can't do without but a first amount."""
    await choose(page, "Filing status", "Single")
    await answer_date(page, "Your date of birth", BORN)
    await needs_only_an_amount(page)


async def needs_only_an_amount(page: Page) -> None:
    """Wait until all else is saved that the result needs, and the card asks for income alone."""
    for told in ("your filing status", "your date of birth", "your spouse’s date of birth"):
        await expect(refund_card(page)).not_to_contain_text(told)
    await expect(refund_card(page)).to_contain_text("your income, or 0 if you had none")


async def estimate_of_a_family(page: Page) -> None:
    """Two who file together with a child: one has worked, and had tax taken out of the pay."""
    await begin_estimate(page)
    await choose(page, "Filing status", "Married, one return together")
    await answer_date(page, "Your date of birth", BORN)
    await answer_date(page, "Your spouse’s date of birth", date(1990, 1, 1))
    await page.get_by_role("button", name="Add a person").click()
    await answer_date(page, "Date of birth", date(2018, 9, 3))
    await answer(page, WAGES, "41,800")
    await answer(page, WITHHELD, "1,240")
    await expect(refund_card(page)).to_contain_text("You already paid $1,240")


def refund_card(page: Page) -> Locator:
    """The card that says what comes out so far."""
    return page.get_by_role("complementary", name="Refund so far")


async def swallow_what_is_sent(page: Page) -> None:
    """As a phone does that has just gone out of reach: nobody has noticed yet."""
    await page.evaluate("() => (window.socket.io.engine.transport.ws.send = () => {})")


def connection(page: Page) -> Locator:
    """Where the page says how the connection is."""
    return page.locator(".connection [role=status]")


async def kept_after_a_reload(page: Page) -> None:
    """What was typed is in the return, and not only on the screen."""
    await page.evaluate("() => sessionStorage.clear()")
    await page.reload()
    await settle(page)
    await expect(page.get_by_label(WAGES)).to_have_value("31,200")
    await expect(page.get_by_label(WITHHELD)).to_have_value("2,184")
