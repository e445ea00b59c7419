"""The choices that several pages offer, with their words."""

from components.choice_group import Choice, choice_group
from db.values.people import CommunicationPreference
from services.words import sentence

_ICONS = {
    CommunicationPreference.ASL_INTERPRETER: "hand",
    CommunicationPreference.VRI: "video",
    CommunicationPreference.CAPTIONED_PHONE: "captions",
    CommunicationPreference.TEXT_ONLY: "message-square-text",
}


def talk_choice(chosen: CommunicationPreference, *, hidden_legend: bool = False) -> None:
    """The four ways to talk with us, each with its picture."""
    options = [
        Choice(str(way), sentence(f"talk.{way}.label"), hint=sentence(f"talk.{way}.hint"), icon=picture)
        for way, picture in _ICONS.items()
    ]
    choice_group(
        "How do you want to talk with us?",
        options,
        value=str(chosen),
        name="talk",
        appearance="ways",
        hidden_legend=hidden_legend,
    )
