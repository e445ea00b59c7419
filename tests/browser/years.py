"""The screens about tax years, by name: all of them, one begun from the last one, and a return of two people."""

from collections.abc import Awaitable, Callable
from functools import partial

from playwright.async_api import Page, expect

from tests.browser.estimates import (
    a_new_address,
    begin_estimate,
    choose,
    estimate_of_a_family,
    make_account,
    press,
    visit,
)


async def _next_year_of_a_family(page: Page) -> None:
    await estimate_of_a_family(page)
    await visit(page, "/tax/2026/last-year")


async def _years_with_one_removed(page: Page) -> None:
    await estimate_of_a_family(page)
    await visit(page, "/tax")
    await press(page, "Remove 2025")


async def _return_of_two_people(page: Page) -> None:
    await make_account(page, a_new_address(), then="/tax")
    await begin_estimate(page)
    await choose(page, "Filing status", "Married, one return together")
    await expect(page.get_by_text("Your spouse’s date of birth").first).to_be_visible()
    await visit(page, "/tax/2025/together")


async def _what_was_filed(page: Page) -> None:
    await make_account(page, a_new_address(), then="/tax")
    await estimate_of_a_family(page)
    await visit(page, "/tax/2025/filed")


YEAR_SCREENS: dict[str, Callable[[Page], Awaitable[object]]] = {
    "a year begun from the last one": _next_year_of_a_family,
    "years with one removed": _years_with_one_removed,
    "a return of two people": _return_of_two_people,
    "what was filed": _what_was_filed,
    "/joint/invitation": partial(visit, path="/joint/invitation?token=x"),
}
