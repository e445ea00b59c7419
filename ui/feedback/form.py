"""The fields of the feedback form, as they are filled in or come back with errors."""

from dataclasses import dataclass
from urllib.parse import quote

from components.button import button
from components.choice_group import Choice, choice_group
from components.field import Field
from components.file_picker import Allowed, ChosenFile, file_picker
from components.link import link
from components.prose import paragraph, phrase, strong
from components.text_area import text_area
from components.text_field import text_field
from db.values.feedback import FeedbackAbout, VideoKind
from services.attempts import Attempt
from services.feedback import LONGEST_CHARACTERS
from services.storage.room import MEGABYTE
from services.words import sentence
from ui.guards import Visit
from ui.mistakes import Mistakes


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What stands in the fields when the page opens; `page` is the path of the page where the person was.

    `form` tells this form from all others, so that what is sent twice is one message.
    """

    about: str = ""
    message: str = ""
    email: str = ""
    page: str = ""
    form: str = ""


def feedback_fields(filled_in: FilledIn, errors: dict[str, str], *, largest_video_mb: int, visit: Visit) -> None:
    """All fields and the button, under a summary of what has to be mended."""
    mistakes = Mistakes(Attempt(errors))
    about = _about(filled_in.about, mistakes.of("about"))
    message = text_area(
        "Your message",
        name="message",
        value=filled_in.message,
        hint="Write it as you like. You can leave this empty if you send a video.",
        error=mistakes.of("message"),
        most=LONGEST_CHARACTERS,
        lines=6,
        draft_key="message",
    )
    video = _video(largest_video_mb, mistakes.of("video"))
    email = _email(filled_in.email, mistakes.of("email"))
    _what_we_add(filled_in, visit)
    button("Send", submit=True, busy="Sending. A video can take a few minutes…")
    mistakes.sum_up(about=about, message=message, video=video, email=email)


def _about(chosen: str, error: str) -> Field[str]:
    options = [
        Choice(str(about), sentence(f"feedback.about.{about}.label"), hint=sentence(f"feedback.about.{about}.hint"))
        for about in FeedbackAbout
    ]
    return choice_group("What is it about?", options, value=chosen, name="about", error=error, required=True)


def _video(largest_mb: int, error: str) -> Field[tuple[ChosenFile, ...]]:
    return file_picker(
        "A video in which you sign",
        name="video",
        allowed=Allowed([str(kind) for kind in VideoKind], largest_mb * MEGABYTE, films=True),
        hint="You need no text then.",
        error=error,
    )


def _email(address: str, error: str) -> Field[str]:
    return text_field(
        "Your email address",
        name="email",
        kind="email",
        value=address,
        hint="Only if you want an answer. Without it we can’t write back.",
        error=error,
        autocomplete="email",
        draft_key="email",
    )


def _what_we_add(filled_in: FilledIn, visit: Visit) -> None:
    with paragraph("With your message we keep how we talk: "):
        strong(sentence(f"talk.{visit.preferences.talk}.by"))
        phrase(". ")
        link("Change", f"/talk?next={quote(visit.address)}", hidden_suffix=" how we talk with you")
    if filled_in.page:
        with paragraph("We also keep the page that you come from: "):
            strong(filled_in.page)
