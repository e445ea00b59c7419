"""Every screen of the house, by name, with the way that leads to it."""

from collections.abc import Awaitable, Callable
from functools import partial

from playwright.async_api import Page, expect

from tests.browser.costs import COSTS, costs_of_all_kinds
from tests.browser.documents import a_document, documents_of_all_kinds, documents_that_did_not_come
from tests.browser.estimates import (
    a_new_address,
    answer,
    begin_estimate,
    estimate_of_a_family,
    fill_credentials,
    make_account,
    press,
    sign_in,
    visit,
)
from tests.browser.feedback import form_with_mistakes, send_a_message
from tests.browser.intake import INTAKE_SCREENS
from tests.browser.interviews import (
    a_w2_with_a_slip,
    begin_interview,
    boxes_to_tick,
    review_of_nothing,
    three_forms_of_savings,
)
from tests.browser.letters import LETTER_SCREENS
from tests.browser.passkeys import PASSKEYS, with_a_passkey
from tests.browser.second_step import half_way_in, second_step_that_is_on, with_new_codes
from tests.browser.trust import TRUST_SCREENS
from tests.browser.years import YEAR_SCREENS

Way = Callable[[Page], Awaitable[object]]


async def _sign_in_that_failed(page: Page) -> None:
    await visit(page, "/sign-in")
    await fill_credentials(page, "nobody@people.example")
    await press(page, "Sign in")


async def _sign_up_with_mistakes(page: Page) -> None:
    await visit(page, "/sign-up")
    await fill_credentials(page, "maria at home", "short")
    await press(page, "Make my account")


async def _display_with_a_mistake(page: Page) -> None:
    await visit(page, "/display")
    await page.evaluate("() => (document.querySelector('[name=theme]:checked').value = 'pink')")
    await press(page, "Save")


async def _account(page: Page) -> None:
    await make_account(page, a_new_address())


async def _at_own(page: Page, path: str) -> None:
    await make_account(page, a_new_address(), then=path)


async def _password_with_mistakes(page: Page) -> None:
    await _at_own(page, "/account/security/password")
    await press(page, "Change my password")


async def _two_devices(page: Page) -> None:
    address = a_new_address()
    await make_account(page, address)
    await page.context.clear_cookies()
    await sign_in(page, address, then="/account/devices")


async def _own_passkey(page: Page) -> None:
    await with_a_passkey(page)
    await visit(page, PASSKEYS)
    await page.locator("summary").click()


async def _outbox_with_a_letter(page: Page) -> None:
    await _account(page)
    await visit(page, "/development/outbox")
    await page.get_by_text("Confirm your email address").first.click()


async def _estimate_with_a_mistake(page: Page) -> None:
    await estimate_of_a_family(page)
    await page.get_by_text("I got Social Security or SSDI").click()
    await answer(page, "Box 5: net benefits", "12 monkeys")
    await expect(page.get_by_text("Type an amount in dollars").first).to_be_visible()
    await page.get_by_role("region", name="Every line, explained").locator("summary").first.click()


async def _costs_just_begun(page: Page) -> None:
    await begin_estimate(page)
    await visit(page, COSTS)


async def _result_of_a_family(page: Page) -> None:
    await estimate_of_a_family(page)
    await visit(page, "/tax/2025/result")
    await page.get_by_role("region", name="Every line, explained").locator("summary").first.click()


async def _what_if_with_a_cost(page: Page) -> None:
    await estimate_of_a_family(page)
    await visit(page, "/tax/2025/what-if")
    await answer(page, "One more cost for your health or hearing", "5,000")
    await expect(page.get_by_text("One more medical cost of $5,000").first).to_be_visible()


async def _proof_that_failed(page: Page) -> None:
    await make_account(page, a_new_address(), then="/account/prove")
    await page.get_by_label("Password (required)").fill("not the password")
    await press(page, "Go on")


async def _your_data_with_a_mistake(page: Page) -> None:
    await _at_own(page, "/account/your-data")
    await press(page, "Delete my account")


SCREENS: dict[str, Way] = {
    **{path: partial(visit, path=path) for path in ("/", "/talk", "/display", "/tax", "/sign-in", "/sign-up")},
    **{path: partial(visit, path=path) for path in ("/signed-out", "/tax/removed", "/accessibility", "/privacy")},
    **{path: partial(visit, path=path) for path in ("/terms", "/services")},
    "/development/components": partial(visit, path="/development/components"),
    "sign-in that failed": _sign_in_that_failed,
    "sign-up with mistakes": _sign_up_with_mistakes,
    "display with a mistake": _display_with_a_mistake,
    "/sign-in/help": partial(visit, path="/sign-in/help"),
    "/contact": partial(visit, path="/contact"),
    "/feedback": partial(visit, path="/feedback"),
    "feedback with mistakes": form_with_mistakes,
    "feedback received": send_a_message,
    "proof that failed": _proof_that_failed,
    **INTAKE_SCREENS,
    **LETTER_SCREENS,
    **TRUST_SCREENS,
    **YEAR_SCREENS,
    "account": _account,
    "how you sign in": partial(_at_own, path="/account/security"),
    "sign-in with a reason": partial(visit, path="/sign-in?next=/tax/2025/estimate&why=estimate"),
    "your data": _your_data_with_a_mistake,
    "our team": partial(_at_own, path="/account/our-team"),
    "your name and state": partial(_at_own, path="/account/profile"),
    "other uses of answers": partial(_at_own, path="/account/consents"),
    **{path: partial(visit, path=path) for path in ("/account-deletion", "/account-deletion/undo")},
    "who looked": partial(_at_own, path="/account/who-looked"),
    "second step to set up": partial(_at_own, path="/account/second-step/set-up"),
    "another address": partial(_at_own, path="/account/security/email"),
    "letter whose link is over": partial(visit, path="/email-address/undo"),
    "password with mistakes": _password_with_mistakes,
    "second step that is owed": half_way_in,
    "second step that is on": second_step_that_is_on,
    "new recovery codes": with_new_codes,
    "/development/interview": partial(visit, path="/development/interview"),
    "/development/consents/partner": partial(visit, path="/development/consents/partner"),
    "/development/codes": partial(visit, path="/development/codes"),
    "two devices": _two_devices,
    "documents": documents_of_all_kinds,
    "documents that did not come": documents_that_did_not_come,
    "a document": a_document,
    "own passkey": _own_passkey,
    "outbox with a letter": _outbox_with_a_letter,
    "estimate just begun": begin_estimate,
    "estimate with a mistake": _estimate_with_a_mistake,
    "result of a family": _result_of_a_family,
    "what if, with a cost": _what_if_with_a_cost,
    "interview just begun": begin_interview,
    "interview with boxes to tick": boxes_to_tick,
    "interview with a W-2": a_w2_with_a_slip,
    "interview with savings": three_forms_of_savings,
    "interview at its end": review_of_nothing,
    "costs just begun": _costs_just_begun,
    "costs of all kinds": costs_of_all_kinds,
}
