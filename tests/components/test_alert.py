import asyncio

import pytest
from nicegui import Client, ui

from components.alert import Severity, alert
from components.status_message import StatusMessage
from tests.components.conftest import Draw
from tests.components.reader import text_of


@pytest.mark.parametrize(("severity", "word"), [("bad", "Urgent"), ("warn", "Important"), ("good", "Solved")])
async def test_how_bad_it_is_is_a_word_and_not_a_colour_alone(
    draw: Draw[object], severity: Severity, word: str
) -> None:
    _, content = await draw(lambda: alert("The room is closed", severity=severity))
    assert text_of(content) == f"{word} The room is closed"  # type: ignore[arg-type]  # it is an Element


@pytest.mark.parametrize(
    ("title", "drawn"),
    [
        ("Slow at /_nicegui/3.18.0/st/*", "Slow at /<wbr>_<wbr>nicegui/<wbr>3.18.0/<wbr>st/*"),
        ("It is <b> in send_mail", "It is &lt;b&gt; in send_<wbr>mail"),
    ],
)
async def test_names_of_code_in_its_title_break_between_their_parts(draw: Draw[object], title: str, drawn: str) -> None:
    page, _ = await draw(lambda: alert(title))
    assert [each.props.get("innerHTML") for each in page.all("p") if "alert-title" in each.classes] == [drawn]


async def test_only_an_alert_that_appears_interrupts(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: [alert("There from the start"), alert("New", appears=True)])
    roles = [each.props.get("role") for each in page.all("div") if "alert" in each.classes]
    assert roles == [None, "alert"]


async def test_a_status_stands_beside_what_changed_and_is_read_out(draw: Draw[tuple[StatusMessage, Client]]) -> None:
    def build() -> tuple[StatusMessage, Client]:
        line = StatusMessage()
        line.say("Saved.")
        return line, ui.context.client

    page, (line, client) = await draw(build)
    await asyncio.sleep(0)
    with client.content:
        line.say("Not saved.", "bad")
    assert (text_of(page.one("p")), page.said()) == ("Not saved.", "Not saved.")
    assert page.one("p").classes == ["status", "bad"]


async def test_a_status_that_is_taken_back_leaves_an_empty_line(draw: Draw[None]) -> None:
    def build() -> None:
        line = StatusMessage()
        line.say("Saved.")
        line.clear()

    page, _ = await draw(build)
    assert (text_of(page.one("p")), page.one("p").classes) == ("", ["status"])
