"""What one of us writes down for the others."""

from components.field import Field
from components.field.held import held
from components.text_area import text_area


def for_colleagues(label: str, *, most: int, draft_key: str) -> Field[str]:
    """A field of a form that a button sends. It says who reads it: never the person whom it is about."""
    hint = "Your colleagues read this. The person does not."
    return text_area(label, hint=hint, required=True, most=most, on_commit=held, draft_key=draft_key)
