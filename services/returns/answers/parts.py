"""What answers are made of: parts that check every value at once, and the kinds of amounts."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Dollars = Annotated[Decimal, Field(ge=0, le=Decimal("999999999.99"), decimal_places=2)]
DollarsOrLoss = Annotated[Decimal, Field(ge=Decimal("-999999999.99"), le=Decimal("999999999.99"), decimal_places=2)]


class Part(BaseModel):
    """A part of the answers. A value that can't be one is refused when it is set, and the old one stays."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)
