"""Columns that hold a code, and where its words are: the same words that the pages say."""

from dataclasses import dataclass
from enum import StrEnum

from db.values.accounts import RecoveryState
from db.values.display import Motion, Switch, TextSize, Theme
from db.values.documents import DocumentCategory, DocumentKind, DocumentRefusal, DocumentStatus
from db.values.feedback import FeedbackAbout, VideoKind, VideoStatus
from db.values.intake import InterpreterStatus
from db.values.people import CommunicationPreference, Role
from db.values.trust import Helper
from services.words import known, sentence


@dataclass(frozen=True, slots=True)
class Coded:
    """What a column can hold, and the code of the words for each of them, with braces for it."""

    choices: type[StrEnum]
    words: str

    def in_words(self, value: str) -> str:
        """Empty for what an earlier release wrote and this one has no words for: data.json has it."""
        code = self.words.format(value)
        return sentence(code) if known(code) else ""


CODED: dict[tuple[str, str], Coded] = {
    ("preference", "talk"): Coded(CommunicationPreference, "talk.{}.label"),
    ("preference", "talk_chosen"): Coded(Switch, "talk_chosen.{}"),
    ("preference", "theme"): Coded(Theme, "theme.{}"),
    ("preference", "text_size"): Coded(TextSize, "text_size.{}"),
    ("preference", "motion"): Coded(Motion, "motion.{}"),
    ("preference", "vibration"): Coded(Switch, "vibration.{}"),
    ("preference", "glow"): Coded(Switch, "glow.{}"),
    ("interpreter_step", "status"): Coded(InterpreterStatus, "intake.interpreter.{}.short"),
    ("document", "category"): Coded(DocumentCategory, "document.category.{}"),
    ("document", "kind"): Coded(DocumentKind, "document.kind.{}"),
    ("document", "status"): Coded(DocumentStatus, "document.status.{}"),
    ("document", "refusal"): Coded(DocumentRefusal, "document.refusal.{}"),
    ("feedback", "about"): Coded(FeedbackAbout, "feedback.about.{}.label"),
    ("feedback", "talk"): Coded(CommunicationPreference, "talk.{}.label"),
    ("feedback_video", "kind"): Coded(VideoKind, "your_data.video.{}"),
    ("feedback_video", "status"): Coded(VideoStatus, "document.status.{}"),
    ("recovery_request", "state"): Coded(RecoveryState, "recovery.state.{}"),
    ("trusted_access", "helper"): Coded(Helper, "trust.helper.{}"),
    ("assignment", "role"): Coded(Role, "role.name.{}"),
    ("role_grant", "role"): Coded(Role, "role.name.{}"),
}
