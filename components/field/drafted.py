"""What is typed into a field and not saved yet is kept in its tab (components/drafts), unless the field opts out."""

from collections.abc import Sequence

from nicegui.element import Element

from components.native import Attribute

NO_DRAFT = "data-no-draft"


def keep_draft(controls: Sequence[Element], key: str | None, *, label: str) -> None:
    """Give the controls of one field their keys: `key`, or the name under which a form posts them, or the label.

    Without any (None), nothing of the field is kept. The first of radio buttons stands for all.
    """
    is_choice = controls[0].props.get("type") == "radio"
    kept = controls[:1] if is_choice else controls
    for number, control in enumerate(kept):
        if key is None:
            control.props[NO_DRAFT] = ""
            continue
        own = key or str(control.props.get("name") or label)
        control.props["data-draft"] = own if len(kept) == 1 else f"{own}-{number}"


def key_of(draft_key: str | None, *names: Attribute) -> str | None:
    """The key that was asked for, else one of these names, for a control that shares its own with others."""
    return draft_key if draft_key is None else draft_key or " ".join(str(name) for name in names if name)
