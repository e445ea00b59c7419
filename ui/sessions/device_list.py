"""The list of devices, while some of them are signed out."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from nicegui.element import Element

from components.button import Press, button
from components.card import cards, listed_card
from components.description_list import Entry, description_list
from components.form import form
from components.notice.said import Said
from components.prose import heading, paragraph
from components.tag import tag
from services.accounts.device_names import in_words
from services.accounts.devices import Device
from services.words import sentence
from ui.moments import ago

SignOut = Callable[[UUID], Press]
"""Makes what signs one device out."""


class DeviceList:
    """A card for each device. One that is signed out leaves the list, and the words about it get the focus."""

    def __init__(self, devices: Sequence[Device], now: datetime) -> None:
        self._devices, self._now = {each.id: each for each in devices}, now
        self._names = _told_apart(devices)
        self._cards: dict[UUID, Element] = {}
        self._for_others: Element | None = None
        self._said = Said()

    def draw(self, sign_out: SignOut, sign_out_others: Press) -> None:
        """Draw every card, and a button for all others while there are any."""
        with cards():
            for device in self._devices.values():
                with listed_card() as self._cards[device.id]:
                    self._draw_one(device, sign_out)
        if len(self._devices) > 1:
            self._for_others = button(sentence("device.sign_out_others"), on_press=sign_out_others)

    def without(self, device_id: UUID) -> None:
        """This device is signed out."""
        self._drop(device_id)
        self._said.say(sentence("device.signed_out", name=self._names[device_id]))

    def only_here(self) -> None:
        """Every other device is signed out."""
        for device in self._devices.values():
            if not device.is_here:
                self._drop(device.id)
        self._said.say(sentence("device.others_signed_out"))

    def _draw_one(self, device: Device, sign_out: SignOut) -> None:
        heading(self._names[device.id], 2)
        if device.is_here:
            with paragraph():
                tag(sentence("device.here"), "good")
        description_list(
            [
                Entry(sentence("device.signed_in"), ago(device.signed_in_at, self._now)),
                Entry(sentence("device.last_used"), ago(device.last_used_at, self._now)),
            ]
        )
        if device.is_here:  # its cookie goes too
            label = sentence("device.sign_out_here")
            with form("/api/forms/sign-out", label=label, clears_drafts=True):
                button(label, kind="quiet", submit=True)
        else:
            label = sentence("device.sign_out", name=self._names[device.id])
            button(label, kind="quiet", on_press=sign_out(device.id))

    def _drop(self, device_id: UUID) -> None:
        if card := self._cards.pop(device_id, None):
            card.delete()
        if len(self._cards) == 1 and self._for_others:
            self._for_others.delete()
            self._for_others = None


def _told_apart(devices: Sequence[Device]) -> dict[UUID, str]:
    """`Firefox on Windows`, as much of it as is known; a second one of that name has a number."""
    names: dict[UUID, str] = {}
    seen: Counter[str] = Counter()
    for device in devices:
        name = in_words(device.name)
        seen[name] += 1
        names[device.id] = name if seen[name] == 1 else sentence("device.again", name=name, number=seen[name])
    return names
