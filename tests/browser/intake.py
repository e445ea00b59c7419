"""The first questions, as people meet them in a browser."""

from collections.abc import Awaitable, Callable
from functools import partial

from playwright.async_api import Page

from services.intake.steps import EVERY_STEP, RESULT, START, Step
from tests.browser.estimates import press, visit


async def number_with_a_mistake(page: Page) -> None:
    """The question for a number, as it comes back."""
    await visit(page, Step.CALLS.path)
    await page.get_by_text("Video relay (VRS)").click()
    await page.get_by_label("Your number").fill("12 monkeys")
    await press(page, "Save and go on")


async def everything_answered(page: Page) -> None:
    """What follows from many answers."""
    await visit(page, Step.LANGUAGE.path)
    await page.get_by_label("Sign language").select_option("ase")
    await press(page, "Save and go on")
    await visit(page, Step.INTERPRETER.path)
    await page.get_by_text("Please find one for me").click()
    await press(page, "Save and go on")
    await page.get_by_text("I paid a part of it").click()
    await press(page, "Save and go on")
    await page.get_by_text("SSDI").click()
    await press(page, "Save and go on")
    await page.get_by_text("Interpreters for your work").click()
    await press(page, "Save and go on")


INTAKE_SCREENS: dict[str, Callable[[Page], Awaitable[object]]] = {
    **{
        path: partial(visit, path=path)
        for path in (START, RESULT, "/intake/from-partner", *(step.path for step in EVERY_STEP))
    },
    "intake with a mistake": number_with_a_mistake,
    "intake with everything answered": everything_answered,
}
"""Every page of intake, empty and answered."""
