"""A link as a picture that the camera of another device reads (QR code, ISO/IEC 18004)."""

import segno
from nicegui.element import Element

from components.native import element

_QUIET_MODULES = 4  # ISO/IEC 18004: so wide is the empty edge that a camera needs


def qr_code(content: str, *, label: str) -> Element:
    """The picture, dark on light in every theme, as cameras expect it. `label` says what it is for.

    It is never the only way: whoever can't use a camera finds the same as a link or as text beside it.
    """
    rows = segno.make(content, error="m", micro=False).matrix
    side = len(rows) + 2 * _QUIET_MODULES
    with (
        element("div", "qr-code", role="img", aria_label=label) as drawn,
        element("svg", aria_hidden="true", focusable="false", viewBox=f"0 0 {side} {side}"),
    ):
        element("rect", "ground", width=side, height=side)
        element("path", "modules", d=_path(rows))
    return drawn


def _path(rows: tuple[bytearray, ...]) -> str:
    """One square for each dark module."""
    return "".join(
        f"M{column + _QUIET_MODULES} {row + _QUIET_MODULES}h1v1h-1z"
        for row, modules in enumerate(rows)
        for column, is_dark in enumerate(modules)
        if is_dark
    )
