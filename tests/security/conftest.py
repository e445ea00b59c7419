"""What every attack is given: a count of its own, which has to end without anything that came through."""

from collections.abc import Iterator

import pytest

from tests.security.attempts import Attempts


@pytest.fixture
def attempts(request: pytest.FixtureRequest) -> Iterator[Attempts]:
    """The count of this test. At its end there was at least one attempt, and each was refused."""
    counted = Attempts()
    yield counted
    counted.told(request.node)
    assert counted.made > 0
    assert not counted.came_through
