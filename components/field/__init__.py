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

from components.field.around import Around, Says, required_mark
from components.field.commit import Commit, OnOurSide, Typed, Unreadable, Value
from components.field.drafted import keep_draft
from components.field.waiting import Waiting
from components.live_region import announce
from services.words import sentence

__all__ = ["Commit", "Field", "OnOurSide", "Says", "Typed", "Unreadable", "Value", "required_mark"]


class Field(Generic[Value]):
    """An input on the page. Its error stands beside it, is read with it, and leaves what was typed alone.

    Opened with `with`, it takes what is filled in; `hold` then ties to that what the field says. What is not saved yet
    survives a reload in its tab: under a `draft_key` where its name or label is not enough, and not at all with None,
    which is for secrets and for what has to be confirmed anew.
    """

    def __init__(
        self, says: Says, *, value: Value, write: Callable[[Value], Typed], draft_key: str | None = ""
    ) -> None:
        self._says, self._draft_key = says, draft_key
        self._around = Around(says)
        self._write = write
        self._first, self._typed = value, write(value)
        self._waits = False
        self._when_right: list[Callable[[], None]] = []
        self._in_order = asyncio.Lock()

    @property
    def html_id(self) -> str:
        """Where a link of the error summary leads: the first thing to fill in."""
        return self._around.controls[0].html_id

    @property
    def typed(self) -> Typed:
        """What the controls hold, as far as the server knows."""
        return self._typed

    def __enter__(self) -> "Field[Value]":
        self._around.box.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        self._around.box.__exit__(*problem)

    def hold(self, *controls: Element) -> None:
        """Say from now on of these what the field says: they are what a person fills in."""
        self._around.tie_to(controls)
        keep_draft(controls, self._draft_key, label=self._says.label)
        self._say_saved(self._typed)

    def lock(self, reason: str) -> None:
        """Nothing can be changed here now. The reason stands beside what is filled in, and is read with it."""
        self._around.lock(reason)

    def show_error(self, message: str, *, heard: bool = True) -> None:
        """Say beside the field what to do, and say it to screen readers at once, unless something else does."""
        self._around.show_error(message)
        if heard:
            announce(f"{self._says.label}: {message}")

    def clear_error(self) -> None:
        """The field is right now."""
        self._around.show_error("")

    def when_right(self, act: Callable[[], None]) -> None:
        """Do this each time that what a person has filled in is taken."""
        self._when_right.append(act)

    def until_pressed(self) -> "Field[Value]":
        """A button saves what is typed: until that has `let_go`, the draft stays, and a reload brings it back.

        The browser keeps no copy of its own, which it would fill in again after that.
        """
        self._waits = True
        for control in self._around.controls:
            if control.props.get("type") not in {"radio", "checkbox"}:
                control.props["autocomplete"] = "off"
        return self

    def let_go(self) -> None:
        """What was typed is saved by the button: nothing of it stays in the tab, even if the field is gone by now."""
        for key in (control.props.get("data-draft") for control in self._around.controls):
            if key:
                self._around.box.client.run_javascript(f"mbtq.forgetDraft({json.dumps(key)})")

    def set(self, value: Value) -> None:
        """Show another value, unless the person has typed something new since the last commit."""
        held, self._typed = self._typed, self._write(value)
        self._say_saved(self._typed)
        box = self._around.box
        code = f"mbtq.setField({json.dumps(box.html_id)}, {json.dumps(held)}, {json.dumps(self._typed)})"
        box.client.run_javascript(code)

    def start_anew(self) -> None:
        """Show what stood there first: what was typed since is done with."""
        self.set(self._first)

    def commits(
        self, source: Element, js_handler: str, read: Callable[[Typed], Value], on_commit: Commit[Value] | None
    ) -> None:
        """Take what is typed when it changes: `js_handler` emits one text for each control, `read` makes the value.

        Nothing happens where nobody takes it: then a form posts it.
        """
        if on_commit is None:
            return
        waiting = Waiting(self._around.box)

        async def changed(event: GenericEventArguments) -> None:
            async with self._in_order:
                number, *texts = event.args
                self._typed = [str(text) for text in texts]
                with waiting.answering(number):
                    message = await self._take(read, on_commit)
                if self._around.box.is_deleted:
                    return
                if message:
                    self.show_error(message)
                else:
                    self.clear_error()
                    for act in self._when_right:
                        act()
                    if not self._waits:
                        self._say_saved(self._write(read(self._typed)), committed=self._typed)

        source.on("change", changed, js_handler=waiting.sent_by(js_handler))

    async def _take(self, read: Callable[[Typed], Value], on_commit: Commit[Value]) -> str | None:
        if self._says.required and not any(self._typed):
            return sentence("field.empty")
        try:
            value = read(self._typed)
        except Unreadable as problem:
            return sentence(problem.code)
        message = await on_commit(value)
        return self._how_to_send_again() if isinstance(message, OnOurSide) else message

    def _how_to_send_again(self) -> str:
        kind = self._around.controls[0].props.get("type")
        return sentence(f"field.not_saved.{kind if kind in {'radio', 'checkbox'} else 'typed'}")

    def _say_saved(self, saved: Typed, committed: Typed | None = None) -> None:
        """Tell drafts.js what is saved now, as a new page would write it, and which typed text that was."""
        for name, texts in (("data-saved", saved), ("data-committed", committed or [])):
            for control, text in zip(self._around.controls, texts, strict=False):
                if "data-draft" in control.props:
                    control.props[name] = text
