"""Rosa at her estimate: single, with wages and tax withheld. She gets $565 back."""

from tests.app import App, Somebody
from tests.pages.acting import type_into
from tests.people import guest


async def rosa(app: App) -> Somebody:
    """A guest who has typed all that an estimate needs."""
    somebody = await guest(app)
    await somebody.open("/tax/2025/estimate")
    await type_into(somebody, "Filing status", "single")
    await type_into(somebody, "Your date of birth", "4", "12", "1988")
    await type_into(somebody, "Box 1: your wages", "31,200")
    await type_into(somebody, "Box 2: federal income tax withheld", "$2,184.00")
    return somebody
