from components.choice_group import Choice
from components.select import Group, select
from tests.components.conftest import Draw

NONE, AID, DOG = Choice("", "Choose"), Choice("aid", "Hearing aid"), Choice("dog", "Hearing dog")


async def test_answers_in_a_group_stand_under_its_words(draw: Draw[object]) -> None:
    page, _ = await draw(lambda: select("Cost", [NONE, Group("Devices", [AID]), DOG], value="aid"))
    assert page.one("optgroup").props["label"] == "Devices"
    assert [option.props["value"] for option in page.one("optgroup")] == ["aid"]
    assert [option.props["value"] for option in page.all("option") if option.props.get("selected")] == ["aid"]


async def test_without_an_answer_the_first_one_is_shown_even_when_it_is_in_a_group(draw: Draw[object]) -> None:
    _, field = await draw(lambda: select("Cost", [Group("Devices", [AID]), DOG]))
    assert getattr(field, "typed", None) == ["aid"]
