"""Signing out everywhere reaches the pages that are open already."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.checks import settle
from tests.browser.conftest import OpenPage
from tests.browser.estimates import (
    ESTIMATE,
    WAGES,
    a_new_address,
    answer,
    answer_as_a_single_person,
    begin_estimate,
    make_account,
    press,
    refund_card,
    sign_in,
    visit,
)

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_open_page_refuses_changes_after_a_sign_out_elsewhere_and_keeps_what_was_typed(
    open_page: OpenPage,
) -> None:
    address = a_new_address()
    laptop, phone = await open_page("/"), await open_page("/")
    await make_account(laptop, address)
    await begin_estimate(laptop)
    await answer_as_a_single_person(laptop)
    await sign_in(phone, address)
    await press(phone, "Sign out everywhere")

    await answer(laptop, WAGES, "31,200")
    wages = laptop.get_by_role("textbox", name=WAGES)
    await expect(wages).to_have_accessible_description(re.compile("You are signed out."))
    await expect(wages).to_have_value("31,200")
    await expect(refund_card(laptop)).to_contain_text("you owe nothing")

    again = await laptop.context.new_page()
    await again.goto(laptop.url)
    await sign_in(again, address, then=ESTIMATE)
    await expect(again.get_by_label(WAGES)).to_have_value("")
    await laptop.reload()
    await settle(laptop)
    await expect(refund_card(laptop)).to_contain_text("You owe $1,619")
    await visit(again, ESTIMATE)
    await expect(again.get_by_label(WAGES)).to_have_value("31,200")
