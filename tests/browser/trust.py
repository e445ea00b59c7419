"""Two people at two browsers: a customer, and whom they invite to help."""

from collections.abc import Awaitable, Callable
from functools import partial

from playwright.async_api import Page

from tests.browser.checks import settle
from tests.browser.estimates import (
    a_new_address,
    answer_as_a_single_person,
    begin_estimate,
    choose,
    fill_credentials,
    follow,
    link_for,
    make_account,
    press,
    visit,
)

LIST = "/account/trusted"
NAME = "Rosa Diaz"


async def invite(rosa: Page, address: str, *, estimates: str) -> str:
    """The link in the letter that comes to the address. `estimates` is what is chosen for them."""
    await visit(rosa, f"{LIST}/invite")
    await rosa.get_by_label("Their email address").fill(address)
    await rosa.get_by_label("Your name, as they know you").fill(NAME)
    await choose(rosa, "Who are they to you?", "Interpreter")
    await choose(rosa, "Your refund estimates", estimates)
    await choose(rosa, "Your documents", "They see them, save copies, and add more")
    await rosa.get_by_text("They see how you talk with us").click()
    await choose(rosa, "For how long?", "30 days")
    await press(rosa, "Send the invitation")
    return await link_for(rosa, address)


async def accept_anew(sam: Page, link: str, address: str) -> None:
    """Open the link, make an account with the invited address, come back and accept."""
    await visit(sam, link)
    await follow(sam, "Make an account")
    await fill_credentials(sam, address)
    await press(sam, "Make my account")
    await visit(sam, await link_for(sam, address, earlier=1))
    await press(sam, "Confirm and sign in")
    await press(sam, "Accept")


async def another_browser(page: Page, path: str = "/") -> Page:
    """A browser of somebody else, at the same house."""
    assert page.context.browser
    other = await (await page.context.browser.new_context(reduced_motion="reduce")).new_page()
    await other.goto(page.url)
    await visit(other, path)
    return other


async def _list_of_two(page: Page) -> None:
    await make_account(page, a_new_address())
    address = a_new_address()
    link = await invite(page, address, estimates="They see and change them")
    other = await another_browser(page)
    await accept_anew(other, link, address)
    await other.context.close()
    await invite(page, a_new_address(), estimates="They see them and change nothing")
    await page.get_by_text("Change what").last.click()


async def _form_with_mistakes(page: Page) -> None:
    await make_account(page, a_new_address(), then=f"{LIST}/invite")
    await press(page, "Send the invitation")


async def _invited(page: Page, *, estimates: str, then: str = "") -> None:
    """As the invited person: at the invitation, or on to where it leads."""
    rosa, address = await another_browser(page), a_new_address()
    await make_account(rosa, a_new_address())
    await begin_estimate(rosa)
    await answer_as_a_single_person(rosa)
    link = await invite(rosa, address, estimates=estimates)
    await rosa.context.close()
    if not then:
        await visit(page, link)
        return
    await accept_anew(page, link, address)
    if then == "estimate":
        await follow(page, "Open the estimate for 2025")
    if then == "documents":
        await follow(page, "Open the documents")
    await settle(page)


TRUST_SCREENS: dict[str, Callable[[Page], Awaitable[object]]] = {
    "whom you trust": _list_of_two,
    "inviting with mistakes": _form_with_mistakes,
    "invitation to help": partial(_invited, estimates="They see and change them"),
    "who trusts me": partial(_invited, estimates="They see them and change nothing", then="list"),
    "estimate to look at": partial(_invited, estimates="They see them and change nothing", then="estimate"),
    "documents of a customer": partial(_invited, estimates="They see nothing of them", then="documents"),
}
