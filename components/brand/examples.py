"""The states of brand."""

from components.brand import brand_mark
from components.layout import row
from components.prose import strong


def beside_the_name() -> None:
    """Beside the name"""
    with row():
        brand_mark()
        strong("MBTQ")
