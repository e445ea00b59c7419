"""Forms that people type box by box: what each box feeds, and the answers with everything added up."""

from services.returns.forms.adding_up import with_forms
from services.returns.forms.needed import needed_of_forms, tells_income
from services.returns.forms.pay import untyped_pay
from services.returns.forms.replacing import box_for, is_told_by_forms
from services.returns.forms.told import Told, box_sums, counted, forms_of, told_by_forms

__all__ = [
    "Told",
    "box_for",
    "box_sums",
    "counted",
    "forms_of",
    "is_told_by_forms",
    "needed_of_forms",
    "tells_income",
    "told_by_forms",
    "untyped_pay",
    "with_forms",
]
