"""The button that asks for a passkey brings every sentence along that its script may need."""

import json
import re

import pytest
from nicegui.element import Element

from components.form import form
from components.passkey_button import Asks, passkey_button
from tests.architecture.sources import ROOT
from tests.components.conftest import Draw
from tests.components.reader import text_of

SCRIPT = (ROOT / "components/passkey_button/passkey_button.js").read_text(encoding="utf-8")


def _button(asks: Asks, error: str = "") -> Element:
    with form("/api/forms/nothing"):
        return passkey_button("Press", asks=asks, question_at="/api/nothing", error=error)


@pytest.mark.parametrize("asks", ["get", "create"])
async def test_whatever_the_script_may_find_has_words(draw: Draw[Element], asks: Asks) -> None:
    _, drawn = await draw(lambda: _button(asks))
    tables = re.findall(r"const (?:FAILURES|STATUSES) = \{(.*?)\};", SCRIPT, re.DOTALL)
    found = {code for table in tables for code in re.findall(r': "(\w+)"', table)}
    found |= set(re.findall(r'(?:DOMException\("", |tell\(button, |\?\? )"(\w+)"\)', SCRIPT))
    assert found == json.loads(drawn.props["data-failures"]).keys()


async def test_an_error_of_the_server_is_shown_and_takes_the_focus(draw: Draw[Element]) -> None:
    page, drawn = await draw(lambda: _button("get", "We do not know this passkey."))
    told = next(each for each in page.all("div") if each.html_id == drawn.props["data-told"])
    assert text_of(told).endswith("We do not know this passkey.")
    assert told.props["role"] == "alert"
    assert "data-takes-focus" in told.props
    assert "hidden" not in page.one("p").props


async def test_without_an_error_nothing_is_said_yet(draw: Draw[Element]) -> None:
    page, _ = await draw(lambda: _button("create"))
    assert page.one("p").props["hidden"] is True
