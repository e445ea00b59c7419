"""How outside services answered when they were last asked. Nothing about people is here."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from db.types import instant


class ProviderAnswer(SQLModel, table=True):
    """One outside service, by its name in the settings. Since `silent_since` it has not answered; None: it answers.

    `answered_at` is when it answered last, and `took_ms` how long that took.
    """

    __tablename__ = "provider_answer"

    name: str = Field(primary_key=True)
    asked_at: datetime = instant()
    answered_at: datetime | None = instant(default=None)
    silent_since: datetime | None = instant(default=None)
    took_ms: float | None = None
