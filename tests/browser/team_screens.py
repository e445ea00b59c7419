"""Screens of a house with demo people, by name, in the order in which their work goes on.

test_staff.py, test_reviews.py, test_feedback.py and test_recovery.py look at these.
"""

from functools import partial

from playwright.async_api import Page, expect

from tests.browser.demo_house import ADMINISTRATOR, AUDITOR, COORDINATOR, CUSTOMER, as_customer, as_staff
from tests.browser.estimates import press, visit
from tests.browser.feedback import send_a_message
from tests.browser.screens import Way


async def _assigned(page: Page) -> None:
    await as_staff(page, "/staff/assignments", account=COORDINATOR)
    await page.get_by_label("Email address of the customer").fill(CUSTOMER)
    await page.get_by_label("Who is there for them").press_sequentially("Dana")
    await page.get_by_role("button", name="Assign", exact=True).click()
    await expect(page.get_by_text(f"Dana is assigned to {CUSTOMER} now.").first).to_be_visible()


async def _customer_of_a_preparer(page: Page) -> None:
    await as_staff(page, "/staff/customers")
    await page.get_by_role("link", name=CUSTOMER).click()
    await expect(page.get_by_text("Write only, and in short sentences.")).to_be_visible()


async def _estimate_of_a_customer(page: Page) -> None:
    await _customer_of_a_preparer(page)
    await page.get_by_role("link", name="Estimate for 2025").click()
    await expect(page.get_by_text("The customer gets back").first).to_be_visible()


async def _review_that_is_taken(page: Page) -> None:
    await as_staff(page, "/staff/reviews")
    await page.get_by_role("button", name="Take review").click()
    await expect(page.get_by_text("You have this review")).to_be_visible()


async def _message_to_answer(page: Page) -> None:
    received = await send_a_message(page)
    await page.context.clear_cookies()
    await as_staff(page, f"/staff{received}")


async def _emergency(page: Page) -> None:
    await as_staff(page, "/staff/emergency", account="sam@demo.example")
    await page.get_by_label("Email address of the customer").fill(CUSTOMER)
    await page.get_by_label("Why you must see this customer now").fill("She wrote that a payment goes wrong today.")
    await press(page, "See this customer for one hour")
    await expect(page.get_by_text("You see this customer in an emergency")).to_be_visible()


def _of(account: str, *paths: str) -> dict[str, Way]:
    return {path: partial(as_staff, path=path, account=account) for path in paths}


TEAM_SCREENS: dict[str, Way] = {
    "a page that is not there": partial(visit, path="/nowhere"),
    "a page for our team alone": partial(as_customer, path="/staff"),
    **_of(COORDINATOR, "/staff", "/staff/customers", "/staff/season", "/staff/interpreters"),
    "customers as a file": partial(as_staff, path="/staff/export?what=customers", account=COORDINATOR),
    "a customer who is assigned": _assigned,
    "a customer of a preparer": _customer_of_a_preparer,
    "an estimate of a customer": _estimate_of_a_customer,
    "/staff/reviews": partial(as_staff, path="/staff/reviews"),
    "a review that waits": partial(as_customer, path="/tax/2025/review"),
    "a review that is taken": _review_that_is_taken,
    "a review that goes on": partial(as_customer, path="/tax/2025/review"),
    "who looked at a customer": partial(as_customer, path="/account/who-looked"),
    "who is there for a customer": partial(as_customer, path="/account/our-team"),
    "a message to answer": _message_to_answer,
    "a customer in an emergency": _emergency,
    "work of an administrator": partial(as_staff, path="/staff", account=ADMINISTRATOR),
    **_of(ADMINISTRATOR, "/staff/feedback", "/staff/health", "/staff/roles", "/staff/emergency", "/staff/recovery"),
    **_of(AUDITOR, "/staff/audit"),
}
