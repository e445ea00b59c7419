"""The page of display and alerts: whoever saves their choices learns that they are saved."""

from nicegui.element import Element

from tests.app import Somebody

SAVED = "Your choices are saved."


def _way_back(somebody: Somebody) -> str:
    assert somebody.client
    [field] = [each for each in somebody.client.elements.values() if _is_way_back(each)]
    return str(field.props["defaultValue"])


def _is_way_back(element: Element) -> bool:
    return element.tag == "input" and element.props.get("name") == "next"


async def test_whoever_opened_it_directly_comes_back_to_it_and_reads_that_it_is_saved(somebody: Somebody) -> None:
    await somebody.open("/display")
    assert SAVED not in somebody.says()
    reply = await somebody.send("display", theme="dark", next=_way_back(somebody))
    await somebody.open(reply.headers["location"])
    assert SAVED in somebody.says()


async def test_whoever_came_from_another_page_goes_back_to_it(somebody: Somebody) -> None:
    await somebody.open("/display?next=/tax")
    assert _way_back(somebody) == "/tax"
