"""What stands around what is filled in, and is read with it: label, hint, lock and error, in this order."""

from dataclasses import dataclass
from typing import Literal

from nicegui.element import Element

from components.error_line import error_line
from components.field.beside import hint_beside
from components.field.lock import close, lock_line
from components.hint import hint as drawn_hint
from components.native import element, written
from services.words import sentence


@dataclass(frozen=True, slots=True)
class Says:
    """What a field says as it is drawn.

    A `group` of several controls is a fieldset whose legend, hint and error are read when a person enters it. The label
    is only heard where a heading right above says the same. It is beside a control that brings its own, as a lone
    checkbox does.
    """

    label: str
    hint: str = ""
    error: str = ""
    required: bool = False
    group: bool = False
    label_is: Literal["seen", "heard", "beside"] = "seen"


class Around:
    """Draws all that into one box, and ties it to the controls that it is about."""

    def __init__(self, says: Says) -> None:
        self._says = says
        self.controls: tuple[Element, ...] = ()
        self._lock: Element | None = None
        self._error: Element | None = None
        self.box = element("fieldset" if says.group else "div", "field")
        with self.box:
            self._label = None if says.label_is == "beside" else _label(says)
            self._hint = drawn_hint(said) if (said := hint_beside(says.hint)) else None

    def tie_to(self, controls: tuple[Element, ...]) -> None:
        """From now on all of it, and the first error, is about these."""
        self.controls = controls
        if self._label and not self._says.group:
            self._label.props["for"] = controls[0].html_id
        self._error = self._drawn(self._says.error)
        self._mark()

    def lock(self, reason: str) -> None:
        """Say why nothing can be changed, and close the controls."""
        with self.box:
            self._lock = lock_line(reason)
        self._put_below(self._lock, self._label, self._hint)
        for control in self.controls:
            close(control)
        self.box.classes("closed")
        self._mark()

    def show_error(self, message: str) -> None:
        """Say this instead of what was wrong before; without a message nothing is wrong any more."""
        if self._error:
            self._error.delete()
        elif not message:
            return
        self._error = self._drawn(message)
        self._mark()

    def _drawn(self, message: str) -> Element | None:
        if not message:
            return None
        with self.box:
            line = error_line(message)
        self._put_below(line, self._label, self._hint, self._lock)
        return line

    def _put_below(self, line: Element, *above: Element | None) -> None:
        line.move(target_index=sum(part is not None for part in above))

    def _mark(self) -> None:
        """Classes and attributes that say whether the field is wrong, and what describes it."""
        described = " ".join(part.html_id for part in (self._hint, self._lock, self._error) if part)
        is_group = self._says.group
        (self.box if is_group else self.controls[0]).props.set_optional("aria-describedby", described or None)
        alone = (each for each in self.controls if each.props.get("type") != "radio")  # no radio is wrong alone
        for control in alone:
            control.props.set_optional("aria-invalid", "true" if self._error else None)
            if is_group:  # each of a date's three parts says what is wrong, also when it is reached alone
                control.props.set_optional("aria-describedby", self._error.html_id if self._error else None)
            control.props.set_optional("aria-required", "true" if self._says.required else None)
        self.box.classes(add="wrong" if self._error else None, remove=None if self._error else "wrong")


def required_mark() -> None:
    """Says that an answer is needed, in words and not by a star."""
    written("span", f" {sentence('field.required_mark')}", "soft small")


def _label(says: Says) -> Element:
    drawn = written(
        "legend" if says.group else "label", says.label, "visually-hidden" if says.label_is == "heard" else ""
    )
    if says.required:
        with drawn:
            required_mark()
    return drawn
