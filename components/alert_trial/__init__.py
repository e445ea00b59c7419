"""An alert to try."""

from collections.abc import Iterator

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from components.alert import alert
from components.button import button
from components.native import element
from components.prose import paragraph
from services.words import sentence

_WHAT_THE_DEVICE_SAYS = """() => {
    const chosen = document.documentElement.dataset;
    emit([
        "vibrate" in navigator,
        chosen.vibration !== "off",
        chosen.glow !== "off",
        chosen.motion !== "reduced" && !matchMedia("(prefers-reduced-motion: reduce)").matches,
    ]);
}"""


def alert_trial(label: str) -> Element:
    """A button that raises an alert as it would come, so that a person has seen and felt one before it matters.

    The alert says in words whether the device was asked to vibrate, whether its frame lights up, and why not.
    """
    with element("div") as drawn:
        pressed = button(label, kind="quiet")
        place = element("div", "alert-trial")

    def raise_it(event: GenericEventArguments) -> None:
        place.clear()
        with place, alert(sentence("alert_trial.title"), severity="warn", appears=True):
            for told in _told(*event.args):
                paragraph(told)

    pressed.on("click", raise_it, js_handler=_WHAT_THE_DEVICE_SAYS)
    return drawn


def _told(can_vibrate: bool, may_vibrate: bool, may_glow: bool, may_move: bool) -> Iterator[str]:
    if may_vibrate:
        yield sentence("alert_trial.vibrates" if can_vibrate else "alert_trial.can_not_vibrate")
    else:
        yield sentence("alert_trial.no_vibration")
    if may_glow:
        yield sentence("alert_trial.glows" if may_move else "alert_trial.may_not_move")
    else:
        yield sentence("alert_trial.no_glow")
