"""A house with demo people in every role, and the way in for those who work there.

A module takes it in place of the usual one by `house = demo_house.house`, and has it for itself.
"""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page

from services import demo
from tests.browser.estimates import fill_credentials, press, visit
from tests.browser.second_step import do_step_as_demo_staff
from tests.processes.house_process import HouseProcess
from tests.processes.passing_house import a_house

CUSTOMER = "rosa@demo.example"
PREPARER, ADMINISTRATOR, COORDINATOR = "dana@demo.example", "lee@demo.example", "cora@demo.example"
AUDITOR = "ada@demo.example"


@pytest.fixture(scope="module")
def house() -> Iterator[HouseProcess]:
    """It begins anew for each module: Rosa has asked for a review, and nobody is assigned to anybody."""
    with a_house(DEMO_DATA="true") as opened:
        yield opened


async def as_customer(page: Page, path: str) -> None:
    """Sign in as Rosa and go on to a page."""
    await visit(page, f"/sign-in?next={path}")
    await fill_credentials(page, CUSTOMER, demo.PASSWORD)
    await press(page, "Sign in")


async def as_staff(page: Page, path: str, *, account: str = PREPARER) -> None:
    """Sign in as one of the team and go on to a page."""
    await visit(page, f"/sign-in?next={path}")
    await fill_credentials(page, account, demo.PASSWORD)
    await press(page, "Sign in")
    await do_step_as_demo_staff(page, account)
