from collections.abc import Sequence

import pytest
from nicegui.element import Element

from components.alert_trial import alert_trial
from tests.components.conftest import Draw
from tests.components.reader import text_of

VIBRATES, GLOWS = "We asked this device to vibrate twice.", "The frame lights up twice, slowly."


@pytest.mark.parametrize(
    ("the_device_says", "told"),
    [
        ([True, True, True, True], [VIBRATES, GLOWS]),
        ([False, True, True, True], ["This browser can’t make the device vibrate.", GLOWS]),
        ([True, False, True, True], ["It does not vibrate, as you chose.", GLOWS]),
        ([True, True, False, True], [VIBRATES, "The frame does not light up, as you chose."]),
        ([True, True, True, False], [VIBRATES, "because you want no movement"]),
        ([True, True, False, False], [VIBRATES, "as you chose."]),
    ],
)
async def test_an_alert_to_try_says_what_it_does_and_why_not(
    draw: Draw[Element], the_device_says: Sequence[bool], told: list[str]
) -> None:
    page, drawn = await draw(lambda: alert_trial("Show me an alert"))
    await page.act_on(page.one("button"), args=the_device_says)
    said = text_of(drawn)
    assert "This is only a test" in said
    assert all(each in said for each in told)


async def test_each_press_raises_one_new_alert(draw: Draw[Element]) -> None:
    page, _ = await draw(lambda: alert_trial("Show me an alert"))
    for _ in range(2):
        await page.act_on(page.one("button"), args=[True, True, True, True])
    assert [each.props["role"] for each in page.all("div") if "alert" in each.classes] == ["alert"]
