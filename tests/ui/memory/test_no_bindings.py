"""A property of an element costs no more than its value."""

import pytest
from nicegui import Client, binding
from nicegui.elements.mixins.text_element import TextElement
from nicegui.page import page

from tests.app import App


async def test_an_element_of_a_page_is_entered_nowhere_but_there(app: App) -> None:
    assert app.house, "the app is built"
    before = len(binding.bindable_properties)
    with Client(page("")):
        TextElement(tag="p", text="now").set_visibility(False)
    assert len(binding.bindable_properties) == before


async def test_a_change_reaches_the_browser_and_none_is_sent_for_what_stays(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.house, "the app is built"
    with Client(page("")):
        words = TextElement(tag="p", text="before")
    sent = list[str]()
    monkeypatch.setattr(words, "update", lambda: sent.append(words.text))
    words.text = "before"
    assert not sent
    words.text = "after"
    assert sent == ["after"]
    words.set_visibility(False)
    assert "hidden" in words.classes


async def test_what_is_tied_all_the_same_follows(app: App) -> None:
    assert app.house, "the app is built"
    with Client(page("")):
        one, other = TextElement(tag="p", text="one"), TextElement(tag="p", text="other")
        one.bind_text_to(other)
        binding._refresh_step()
        assert other.text == "one"
        other.bind_text_to(TextElement(tag="p", text=""))
        one.text = "now"
        binding._refresh_step()
    assert other.text == "now"
    binding.reset()
