"""From where on somebody should look: figures as data, each with its reason. content/en/health.toml has their words."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["ms", "share", "seconds", "count"]


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure that is fine below (or with `least` above) a bound."""

    bound: float
    unit: Unit
    least: bool = False

    def is_passed_by(self, value: float) -> bool:
        """Whether somebody should look."""
        return value < self.bound if self.least else value > self.bound


FEWEST_TIMES = 20  # of fewer, the 95th percentile is only the slowest one
LATELY_MINUTES = 15  # long enough to be seen, short enough to be over when it is over

HASHING = frozenset(
    f"/api/forms/{form}"
    for form in (
        "sign-in",
        "sign-up",
        "sign-up-confirm",
        "prove",
        "second-step",
        "second-step/remove",
        "password",
        "new-password",
        "account-recovery/password",
    )
)
"""The addresses that hash a password or a recovery code."""

LIMITS = {
    # What we promise people: nearly every answer within 200 ms, so that a page feels like paper.
    "slow": Limit(200, "ms"),
    # A password is hashed slowly on purpose, so that guessing is slow too: 300 to 600 ms on a small machine.
    "slow_password": Limit(1000, "ms"),
    # While the loop stands still, nobody gets anything. A person notices a quarter of a second.
    "stall": Limit(250, "ms"),
    # One mistake in a hundred answers: somebody who fills in one form meets it nearly for certain.
    "errors": Limit(0.01, "share"),
    # With more, the next burst waits for a free connection, and after five seconds gets none.
    "pool": Limit(0.8, "share"),
    # Above this, one core is nearly always at work, and everything waits in line.
    "cpu": Limit(0.85, "share"),
    # Programs that want to run, for each core. Above this, some have to wait, and so may ours.
    "load": Limit(1, "share"),
    # Below this, the system begins to take memory away, at last by ending the process.
    "memory": Limit(0.1, "share", least=True),
    # A database that can't write stops. A tenth leaves days to act.
    "disk": Limit(0.1, "share", least=True),
    # A letter that somebody waits for should leave within a minute.
    "oldest_job": Limit(60, "seconds"),
    # A job that was given up does not come back by itself.
    "failed_jobs": Limit(0, "count"),
    # A service that does not answer is missed by somebody soon: letters wait, or files do.
    "outside": Limit(0, "count"),
    # One place of the audit trail that does not fit is one too many: somebody changed what is meant to last.
    "audit": Limit(0, "count"),
}
