"""A customer invites an interpreter, both work on one estimate, and it ends within two seconds."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    a_new_address,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    follow,
    make_account,
    refund_card,
    visit,
)
from tests.browser.keyboard import Keyboard
from tests.browser.trust import LIST, NAME, accept_anew, invite

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
LEFT_WITHIN_MS = 2_000


async def test_an_interpreter_is_invited_changes_an_answer_and_is_shut_out_at_once(open_page: OpenPage) -> None:
    rosa, sam, address = await open_page("/"), await open_page("/"), a_new_address()
    await make_account(rosa, a_new_address())
    await begin_estimate(rosa)
    await answer_as_a_single_person(rosa)
    link = await invite(rosa, address, estimates="They see and change them")
    await accept_anew(sam, link, address)
    await expect(sam.get_by_text(f"You help {NAME}. Until ")).to_be_visible()
    await follow(sam, "Open the estimate for 2025")
    await expect(sam.get_by_role("heading", level=1)).to_have_text(f"Refund estimate of {NAME} for 2025")

    await visit(rosa, ESTIMATE)
    await answer(sam, WAGES, "31,200")
    await expect(refund_card(sam)).to_contain_text("You owe $1,619")
    await expect(refund_card(rosa)).to_contain_text("You owe $1,619")
    await expect(rosa.get_by_text(f"Changed by {address}: {WAGES}.")).to_be_visible()

    await visit(rosa, LIST)
    keyboard = Keyboard(rosa)
    await keyboard.tab_to(f"End it now for {address}")
    await keyboard.press("Enter")
    await expect(rosa.get_by_role("dialog")).to_be_visible()
    await keyboard.tab_to(f"End it: {address}")
    await keyboard.press("Enter")
    await sam.wait_for_url("**/account/trusting?done=ended", timeout=LEFT_WITHIN_MS, wait_until="commit")
    await expect(rosa.get_by_text("It is ended.").first).to_be_visible()
    await expect(
        sam.get_by_text("This is over. You can’t see or do anything for this person any more.")
    ).to_be_visible()
    await sam.go_back()
    await expect(sam.get_by_label(WAGES)).to_have_count(0)
