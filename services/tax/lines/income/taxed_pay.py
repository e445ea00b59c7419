"""Pay as Social Security and Medicare tax count it: boxes 3 and 7, and box 5, of Form W-2.

What is saved for retirement at work is in them and not in box 1. Where they were not given, box 1 stands in for them.
"""

from services.tax.cells import Worksheet, fact
from services.tax.inputs import (
    spouse_box_5,
    spouse_boxes_3_and_7,
    spouse_wages,
    taxpayer_box_5,
    taxpayer_boxes_3_and_7,
    taxpayer_wages,
)
from services.tax.money import Money

__all__ = ["medicare_wages", "spouse_social_security_wages", "taxpayer_social_security_wages"]


def _or_wages(boxes: Money | None, wages: Money) -> Money:
    return wages if boxes is None else boxes


@fact
def taxpayer_social_security_wages(r: Worksheet) -> Money:
    return _or_wages(r[taxpayer_boxes_3_and_7], r[taxpayer_wages])


@fact
def spouse_social_security_wages(r: Worksheet) -> Money:
    return _or_wages(r[spouse_boxes_3_and_7], r[spouse_wages])


@fact
def medicare_wages(r: Worksheet) -> Money:
    """Form 8959, line 1: of both together."""
    return _or_wages(r[taxpayer_box_5], r[taxpayer_wages]) + _or_wages(r[spouse_box_5], r[spouse_wages])
