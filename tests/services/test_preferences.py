"""What people chose survives the way through a cookie."""

import pytest

from db.values import CommunicationPreference, Motion, TextSize, Theme
from services.errors import Invalid
from services.preferences import Preferences, changed, from_cookie

CHOSEN = Preferences(CommunicationPreference.VRI, Theme.CONTRAST, TextSize.LARGER, Motion.REDUCED)


def test_a_cookie_brings_back_what_was_chosen() -> None:
    assert from_cookie(CHOSEN.as_cookie()) == CHOSEN


@pytest.mark.parametrize("cookie", ["", "nonsense", "VRI.contrast", "VRI.pink.1.system", "VRI.dark.1.system.more"])
def test_a_cookie_that_makes_no_sense_means_the_defaults(cookie: str) -> None:
    assert from_cookie(cookie) == Preferences()


@pytest.mark.parametrize("choice", [{"theme": "pink"}, {"shoe": "42"}])
def test_a_choice_that_is_none_is_refused(choice: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        changed(CHOSEN, choice)
