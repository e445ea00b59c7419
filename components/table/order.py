"""How the rows of a table are put in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar


class Sortable(Protocol):
    """What a cell offers to be sorted by."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def order(self) -> Any:
        """What to sort by in place of its words; all cells of a column have the same kind."""


Cell = TypeVar("Cell", bound=Sortable)


@dataclass(frozen=True, slots=True)
class Order:
    """By which column, and in which direction."""

    place: int
    downwards: bool

    @property
    def in_aria(self) -> Literal["ascending", "descending"]:
        """As `aria-sort` says it."""
        return "descending" if self.downwards else "ascending"


def in_order(rows: Sequence[list[Cell]], order: Order) -> list[list[Cell]]:
    """The rows by one column. Words are sorted without regard to capitals; rows that are alike keep their order."""
    return sorted(rows, key=lambda row: _key(row[order.place]), reverse=order.downwards)


def _key(cell: Sortable) -> Any:
    return cell.text.casefold() if cell.order is None else cell.order
