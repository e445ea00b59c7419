import asyncio

import pytest
from nicegui.element import Element

from components import button as module
from components.button import button
from tests.components.conftest import Draw
from tests.components.reader import text_of, turns


async def test_a_long_wait_is_said_in_words_and_a_second_press_is_ignored(
    draw: Draw[Element], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0)
    presses: list[str] = []
    done = asyncio.Event()

    async def work() -> None:
        presses.append("pressed")
        await done.wait()

    page, pressed = await draw(lambda: button("Send", on_press=work, busy="Sending…"))
    await page.press()
    await asyncio.sleep(0.01)
    await page.press()
    assert (text_of(pressed), pressed.props["aria-disabled"], presses) == ("Sending…", "true", ["pressed"])
    assert "disabled" not in pressed.props, "it would lose the focus"
    done.set()
    await turns()
    assert (text_of(pressed), "aria-disabled" in pressed.props) == ("Send", False)


async def test_a_refusal_stands_after_the_button_until_the_next_press_goes_well(draw: Draw[Element]) -> None:
    outcomes = iter(["We can’t send it now.", "Still not.", None])

    async def send() -> str | None:
        return next(outcomes)

    page, pressed = await draw(lambda: button("Send", on_press=send))
    await page.press()
    assert (page.errors, page.said()) == (["Error: We can’t send it now."], "We can’t send it now.")
    assert pressed.parent_slot is not None
    assert "error" in pressed.parent_slot.children[pressed.parent_slot.children.index(pressed) + 1].classes
    await page.press()
    assert page.errors == ["Error: Still not."]
    await page.press()
    assert page.errors == []


async def test_a_button_can_be_pressed_again_after_a_crash(draw: Draw[Element]) -> None:
    presses: list[str] = []

    async def crash_once() -> None:
        presses.append("pressed")
        if len(presses) == 1:
            raise asyncio.CancelledError

    page, pressed = await draw(lambda: button("Send", on_press=crash_once))
    await page.press()
    assert "aria-disabled" not in pressed.props
    await page.press()
    assert len(presses) == 2


async def test_a_submit_button_posts_its_name_and_value_and_knows_its_busy_words(draw: Draw[Element]) -> None:
    _, posted = await draw(lambda: button("Dark", submit=True, name="theme", value="dark"))
    wanted = {"type": "submit", "name": "theme", "value": "dark", "data-busy": "Please wait…"}
    assert {key: posted.props[key] for key in wanted} == wanted


async def test_a_button_outside_forms_never_posts_one_by_accident(draw: Draw[Element]) -> None:
    _, pressed = await draw(lambda: button("Send"))
    assert pressed.props["type"] == "button"


async def test_a_button_that_can_not_be_pressed_says_why_and_can_still_be_reached(draw: Draw[Element]) -> None:
    async def send() -> None: ...

    page, pressed = await draw(lambda: button("Send", on_press=send, submit=True, unavailable="Choose a status first."))
    assert text_of(page.by_id(pressed.props["aria-describedby"])) == "Choose a status first."
    assert (pressed.props["aria-disabled"], pressed.props["type"], "disabled" in pressed.props) == (
        "true",
        "button",
        False,
    )
    with pytest.raises(ValueError, match="unpack"):
        await page.press()  # nothing listens
