"""Houses on a database of their own, where every value is sealed with keys that the test knows."""

from base64 import b64encode
from collections.abc import AsyncIterator, Callable
from os import urandom

import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from db.engine import make_engine
from db.types import new_id
from services.clock import FixedClock
from services.house import House, furnished
from services.settings import Settings
from tests.database import copy_of_the_template

HouseWith = Callable[..., House]
OLD, NEW = (f"{name}:{b64encode(urandom(32)).decode()}" for name in ("old", "new"))


@pytest.fixture
async def empty_database(superuser_url: str) -> AsyncIterator[AsyncEngine]:
    """A migrated database in which nobody has been."""
    engine = make_engine(copy_of_the_template(superuser_url, f"test_{new_id().hex}").app, pool_size=5)
    yield engine
    await engine.dispose()


@pytest.fixture
def house_with(settings: Settings, empty_database: AsyncEngine, clock: FixedClock) -> HouseWith:
    """The house on that database, with these keys, and these that find, newest first."""

    def furnished_with(*keys: str, index: tuple[str, ...] = ()) -> House:
        own = settings.model_copy(update={"sealing_keys": SecretStr(",".join(keys))})
        if index:
            own = own.model_copy(update={"index_key": SecretStr(",".join(index))})
        return furnished(own, empty_database, clock=clock)

    return furnished_with
