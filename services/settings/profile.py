"""Where the house stands."""

from enum import StrEnum


class Profile(StrEnum):
    """Where the house stands. Staging follows the rules of production."""

    DEVELOPMENT = "development"
    STAGING = "staging"
    PRODUCTION = "production"
