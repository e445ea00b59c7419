"""Reads a page as assistive technology does, and acts on it as a browser would."""

import asyncio
from collections.abc import Iterator, Sequence
from itertools import count

from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement
from nicegui.testing.user import User
from nicegui.testing.user_interaction import UserInteraction


class Reader:
    """One page of one simulated person."""

    def __init__(self, user: User) -> None:
        self._user = user
        self._answers = count(1)

    @property
    def elements(self) -> list[Element]:
        """Everything on the page, in the order in which it was drawn."""
        assert self._user.client
        return list(self._user.client.elements.values())

    def all(self, tag: str) -> list[Element]:
        """Every element of one kind."""
        return [element for element in self.elements if element.tag == tag]

    def one(self, tag: str) -> Element:
        """The only element of its kind."""
        [element] = self.all(tag)
        return element

    def by_id(self, html_id: str) -> Element:
        """What an `aria-describedby`, a `for` or a link points at."""
        [element] = [element for element in self.elements if element.html_id == html_id]
        return element

    @property
    def errors(self) -> list[str]:
        """The errors that stand on the page, as they are read out."""
        return [text_of(line) for line in self.all("p") if "error" in line.classes]

    async def html(self) -> str:
        """The page as the server sends it."""
        return (await self._user.http_client.get("/")).text

    def said(self, *, assertive: bool = False) -> str:
        """What the live region holds."""
        role = "alert" if assertive else "status"
        [region] = [element for element in self.all("div") if element.props.get("role") == role]
        return text_of(region)

    async def change(self, *typed: str) -> None:
        """What a browser sends when the only field of the page was changed and left: its number, and the texts."""
        await self._trigger("change", [next(self._answers), *typed])

    async def press(self) -> None:
        """Press the only button of the page and wait until it has nothing more to do."""
        await self._trigger("click", [])

    async def act_on(self, element: Element, event: str = "click", args: Sequence[object] = ()) -> None:
        """What a browser sends when something happens to one of several things of the page."""
        assert _listens(element, event)
        UserInteraction(user=self._user, elements={element}, target=None).trigger(event, list(args))
        await turns()

    async def _trigger(self, event: str, args: list[object]) -> None:
        [only] = [element for element in self.elements if _listens(element, event)]
        await self.act_on(only, event, args)


async def turns() -> None:
    """Let everything go on that waits for nothing but its turn."""
    for _ in range(20):
        await asyncio.sleep(0)


def text_of(element: Element) -> str:
    """Its words and those in it, in order."""
    return " ".join(part.strip() for part in _texts(element) if part.strip())


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element, TextElement):
        yield element.text
    for child in element:
        yield from _texts(child)


def _listens(element: Element, event: str) -> bool:
    listeners = element._event_listeners  # pylint: disable=protected-access # NiceGUI has no public way to ask
    return any(listener.type == event for listener in listeners.values())
