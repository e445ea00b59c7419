"""What a person does with a list of the return: they add one, remove one, and put back what they have removed."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from components.button import Press
from services.returns.answers import answer_at
from ui.actions import Action
from ui.answers.open_return import OpenReturn


class Removal(NamedTuple):
    """What was told about one that is removed, and the place in the list where it stood, from 0."""

    one: Any
    place: int


class ListActs(NamedTuple):
    """The actions that change a list: `add`, `remove` (`one_id`) and `put_back` (`one`, `place`)."""

    add: Action[Any, Any]
    remove: Action[Any, Any]
    put_back: Action[Any, Any]


class ListOf:
    """The list at `path`. `add`, `remove` (`one_id`) and `put_back` (`one`, `place`) are the actions that change it.

    Each `then` is called when the page shows the change. `given` goes to `add` and `remove`. Adding one may take over
    answers that are asked elsewhere on the page: `takes_over` are their paths.
    """

    def __init__(
        self,
        open_: OpenReturn,
        path: str,
        *,
        add: Action[Any, Any],
        remove: Action[Any, Any],
        put_back: Action[Any, Any],
        takes_over: Collection[str] = (),
        **given: Any,
    ) -> None:
        self._open, self._path, self._takes_over, self._given = open_, path, takes_over, given
        self._add, self._remove, self._put_back = add, remove, put_back
        self._removing: set[UUID] = set()

    def adding(self, then: Callable[[], None]) -> Press:
        """What adds an empty one."""
        return self._open.in_turn(self._open.changing(self._add, then, takes_over=self._takes_over, **self._given))

    def removing(self, one_id: UUID, then: Callable[[Removal], None]) -> Press:
        """What removes one. `then` is handed what it takes to put it back."""

        async def remove() -> str | None:
            listed = answer_at(self._open.estimate.answers, self._path)
            gone = next((Removal(one, place) for place, one in enumerate(listed) if one.id == one_id), None)
            if gone is None:  # it was pressed again after the list was drawn anew
                return None
            self._removing.add(one_id)
            try:
                removing = self._open.changing(self._remove, lambda: then(gone), one_id=one_id, **self._given)
                return await removing()
            finally:
                self._removing.discard(one_id)

        return self._open.in_turn(remove)

    def putting_back(self, gone: Removal, then: Callable[[], None]) -> Press:
        """What brings back one that was removed, to where it stood."""
        return self._open.in_turn(self._open.changing(self._put_back, then, one=gone.one, place=gone.place))

    def removed_elsewhere(self, before: Iterable[UUID], now: Iterable[UUID]) -> set[UUID]:
        """Those of before that are gone now, and not because they are being removed on this page."""
        return set(before) - {*now, *self._removing}
