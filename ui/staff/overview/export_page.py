"""Where a list is saved as a file: the address of that page, which carries the filters of the list."""

from collections.abc import Mapping
from urllib.parse import urlencode

from services.staff.export.saving import What

EXPORT = "/staff/export"


def page_of(what: What, filters: Mapping[str, str]) -> str:
    """The page that saves this, with these filters."""
    return f"{EXPORT}?{urlencode({'what': what.value, **filters})}"
