"""The list of a person's passkeys, while some of them are renamed or removed."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from uuid import UUID

from components.button import Press, button, enter_presses
from components.card import cards, listed_card
from components.description_list import Entry, description_list
from components.dialog import Dialog
from components.disclosure import disclosure
from components.field.held import done, held
from components.layout import column, row
from components.notice.said import Said
from components.prose import heading, paragraph
from components.text_field import text_field
from services.accounts.passkeys.keeping import OwnPasskey
from services.words import day_of, sentence

Rename = Callable[[str], Awaitable[str | None]]
"""Calls one passkey something else. It gives back what went wrong."""
ToRename = Callable[[UUID, Callable[[str], None]], Rename]
ToRemove = Callable[[UUID], Press]
"""Make what is done to one passkey; the former tells which name was kept."""


class PasskeyList:
    """A card for each passkey. What was done to one stands above them, and gets the focus."""

    def __init__(self) -> None:
        self._cards: dict[UUID, _Card] = {}
        self._said = Said()

    def draw(self, passkeys: Sequence[OwnPasskey], to_rename: ToRename, to_remove: ToRemove) -> None:
        """Draw a card for each of these."""
        with cards():
            for each in passkeys:
                rename = to_rename(each.id, partial(self._renamed, each.id))
                self._cards[each.id] = _Card(each, rename, to_remove(each.id))

    def without(self, passkey_id: UUID) -> None:
        """This passkey is removed."""
        gone = self._cards.pop(passkey_id)
        gone.place.delete()
        self._said.say(sentence("passkey_list.removed", name=gone.name), sentence("passkey_list.still_on_device"))

    def _renamed(self, passkey_id: UUID, name: str) -> None:
        self._cards[passkey_id].call(name)
        self._said.say(sentence("passkey_list.renamed", name=name))


class _Card:
    """One passkey: what we know about it, a way to call it something else, and a question before it is removed."""

    def __init__(self, passkey: OwnPasskey, rename: Rename, remove: Press) -> None:
        self.name = passkey.name
        self._passkey, self._rename, self._remove = passkey, rename, remove
        self.place = listed_card()
        self._draw()

    def call(self, name: str) -> None:
        """It has another name now."""
        self.name = name
        self.place.clear()
        self._draw()

    def _draw(self) -> None:
        with self.place:
            heading(self.name, 3)
            description_list(_facts(self._passkey))
            with disclosure(sentence("passkey_list.rename", name=self.name)), column():
                self._draw_name()
            remove = button(sentence("passkey_list.remove", name=self.name), kind="quiet")
            with Dialog(sentence("passkey_list.remove_question", name=self.name), opened_by=remove) as dialog:
                paragraph(sentence("passkey_list.remove_means"))
                with row():
                    dialog.way_out(sentence("passkey_list.keep"))
                    button(sentence("passkey_list.remove_it"), kind="quiet", on_press=self._remove)

    def _draw_name(self) -> None:
        label, key = sentence("passkey_list.name"), f"{self._passkey.id} name"
        field = text_field(label, value=self.name, required=True, on_commit=held, draft_key=key).until_pressed()

        async def pressed() -> str | None:
            return done(await self._rename(field.typed[0]), field)

        enter_presses(button(sentence("passkey_list.save"), kind="quiet", on_press=pressed), field.html_id)


def _facts(passkey: OwnPasskey) -> list[Entry]:
    used = day_of(passkey.last_used_at) if passkey.last_used_at else sentence("passkey_list.never_used")
    where = "passkey_list.on_all_devices" if passkey.is_backed_up else "passkey_list.on_one_device"
    return [
        Entry(sentence("passkey_list.added"), day_of(passkey.added_at)),
        Entry(sentence("passkey_list.last_used"), used),
        Entry(sentence("passkey_list.works"), sentence(where)),
    ]
