"""The settings that a house can't start with, as one line for whoever started it."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

from db.cannot_start import CannotStart
from services.settings.profile import Profile

_WHAT_TO_DO = "Mend this in the environment or in .env, and start again: .env.example explains each setting."


class _Whereabouts(BaseSettings):
    """Where the house would stand, read by itself: known also when another setting is wrong, or this one.

    In Latin-1 every byte is a letter, so this is known as well when the file is not written in UTF-8.
    """

    model_config = SettingsConfigDict(env_file_encoding="latin-1", env_ignore_empty=True, extra="ignore")

    profile: str = Profile.DEVELOPMENT


class WrongSettings(CannotStart):
    """Settings that the house can't start with; each of the problems is a sentence.

    `in_development` is whether PROFILE says so: a word that is no profile is none of a developer's own machine.
    """

    def __init__(self, beginning: str, problems: list[str], env_file: Path | None) -> None:
        super().__init__(" ".join([beginning, *problems, _WHAT_TO_DO]))
        self.problems = problems
        self.in_development = _profile(env_file) == Profile.DEVELOPMENT


def _profile(env_file: Path | None) -> str:
    try:
        return _Whereabouts(_env_file=env_file).profile
    except OSError:  # this file is the problem
        return _Whereabouts(_env_file=None).profile
