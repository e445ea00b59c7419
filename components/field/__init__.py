"""What all inputs share: a label that stays, a hint, an error beside what was typed, and one commit at a time.

Inputs are uncontrolled: the server writes the first value and never the current one, so that an update of the page
can't overwrite what a person is typing.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Generic

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from components.error_line import error_line
from components.field.beside import hint_beside
from components.field.commit import Commit, Typed, Unreadable, Value
from components.field.lock import close, lock_line
from components.field.slow import told_when_slow
from components.hint import hint as drawn_hint
from components.live_region import announce
from components.native import element, written
from services.words import sentence

__all__ = ["Commit", "Field", "Typed", "Unreadable", "Value", "required_mark"]


class Field(Generic[Value]):
    """An input on the page. Its error stands beside it, is read with it, and leaves what was typed alone.

    Opened with `with`, it takes what is filled in; `hold` then ties label, hint and error to it. A `group` of several
    controls is a fieldset whose legend, hint and error are read when a person enters it.
    """

    def __init__(
        self,
        label: str,
        *,
        value: Value,
        write: Callable[[Value], Typed],
        hint: str,
        required: bool,
        group: bool = False,
    ) -> None:
        self.label = label
        self.required = required
        self._write = write
        self._typed = write(value)
        self._controls: tuple[Element, ...] = ()
        self._lock: Element | None = None
        self._error: Element | None = None
        self._in_order = asyncio.Lock()
        self._group = group
        self._box = element("fieldset" if group else "div", "field")
        with self._box:
            self._label: Element | None = written("legend" if group else "label", label)
            self._hint = drawn_hint(said) if (said := hint_beside(hint)) else None
        if required:
            with self._label:
                required_mark()

    @property
    def html_id(self) -> str:
        """Where a link of the error summary leads: the first thing to fill in."""
        return self._controls[0].html_id

    @property
    def typed(self) -> Typed:
        """What the controls hold, as far as the server knows."""
        return self._typed

    def hide_label(self) -> None:
        """Keep the label for screen readers only, when a heading right above says the same."""
        if self._label:
            self._label.classes("visually-hidden")

    def without_label(self) -> None:
        """The control brings its own label, as a lone checkbox does."""
        if self._label:
            self._label.delete()
            self._label = None

    def __enter__(self) -> "Field[Value]":
        self._box.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        self._box.__exit__(*problem)

    def hold(self, *controls: Element, error: str = "") -> None:
        """Tie label, hint and the first error to what a person fills in."""
        self._controls = controls
        self._say_saved(self._typed)
        if self._label and not self._group:
            self._label.props["for"] = self.html_id
        self._mark()
        if error:
            self._draw_error(error)

    def lock(self, reason: str) -> None:
        """Nothing can be changed here now. The reason stands beside what is filled in, and is read with it."""
        with self._box:
            self._lock = lock_line(reason)
        self._lock.move(target_index=sum(part is not None for part in (self._label, self._hint)))
        for control in self._controls:
            close(control)
        self._box.classes("closed")
        self._mark()

    def show_error(self, message: str) -> None:
        """Say beside the field what to do, and say it to screen readers at once."""
        self.clear_error()
        self._draw_error(message)
        announce(f"{self.label}: {message}")

    def clear_error(self) -> None:
        """The field is right now."""
        if self._error:
            self._error.delete()
            self._error = None
            self._mark()

    def set(self, value: Value) -> None:
        """Show another value, unless the person has typed something new since the last commit."""
        held, self._typed = self._typed, self._write(value)
        self._say_saved(self._typed)
        code = f"mbtq.setField({json.dumps(self._box.html_id)}, {json.dumps(held)}, {json.dumps(self._typed)})"
        self._box.client.run_javascript(code)

    def commits(
        self, source: Element, js_handler: str, read: Callable[[Typed], Value], on_commit: Commit[Value]
    ) -> None:
        """Take what is typed when it changes: `js_handler` emits one text for each control, `read` makes the value."""

        async def changed(event: GenericEventArguments) -> None:
            async with self._in_order:
                self._typed = [str(text) for text in event.args]
                with told_when_slow(self._box, self.label):
                    message = await self._take(read, on_commit)
                if self._box.is_deleted:
                    return
                if message:
                    self.show_error(message)
                else:
                    self.clear_error()
                    self._say_saved(self._write(read(self._typed)), committed=self._typed)

        source.on("change", changed, js_handler=js_handler)

    async def _take(self, read: Callable[[Typed], Value], on_commit: Commit[Value]) -> str | None:
        if self.required and not any(self._typed):
            return sentence("field.empty")
        try:
            value = read(self._typed)
        except Unreadable as problem:
            return sentence(problem.code)
        return await on_commit(value)

    def _say_saved(self, saved: Typed, committed: Typed | None = None) -> None:
        """Tell drafts.js what is saved now, as a new page would write it, and which typed text that was."""
        for name, texts in (("data-saved", saved), ("data-committed", committed or [])):
            for control, text in zip(self._controls, texts, strict=False):
                if "data-draft" in control.props:
                    control.props[name] = text

    def _draw_error(self, message: str) -> None:
        with self._box:
            self._error = error_line(message)
        self._error.move(target_index=sum(part is not None for part in (self._label, self._hint, self._lock)))
        self._mark()

    def _mark(self) -> None:
        """Classes and attributes that say whether the field is wrong, and what describes it."""
        described = " ".join(part.html_id for part in (self._hint, self._lock, self._error) if part)
        (self._box if self._group else self._controls[0]).props.set_optional("aria-describedby", described or None)
        alone = (each for each in self._controls if each.props.get("type") != "radio")  # no radio is wrong alone
        for control in alone:
            control.props.set_optional("aria-invalid", "true" if self._error else None)
            if self._group:  # each of a date's three parts says what is wrong, also when it is reached alone
                control.props.set_optional("aria-describedby", self._error.html_id if self._error else None)
            control.props.set_optional("aria-required", "true" if self.required else None)
        self._box.classes(add="wrong" if self._error else None, remove=None if self._error else "wrong")


def required_mark() -> None:
    """Says that an answer is needed, in words and not by a star."""
    written("span", f" {sentence('field.required_mark')}", "soft small")
