"""Files that a person chooses on their device."""

from components.field import Commit, Field, Says, Typed
from components.file_picker.chosen import Allowed, ChosenFile, not_chosen, read_files
from components.file_picker.rows import Rows
from components.native import element, written
from services.words import sentence

__all__ = ["Allowed", "ChosenFile", "Files", "file_picker"]
Files = tuple[ChosenFile, ...]


def file_picker(
    label: str,
    *,
    name: str,
    allowed: Allowed,
    at_most: int = 1,
    hint: str = "",
    error: str = "",
    required: bool = False,
    on_choice: Commit[Files] | None = None,
) -> Field[Files]:
    """A native file input. What is allowed, how large and how many, is said before; all that is wrong, by name at once.

    Each chosen file has a row with its size and a button that takes it out again. Files can also be dragged into the
    box, and several are added to those before. Of more than `at_most` the first ones stay, and the others are named.
    The browser posts what is chosen with the form around it, `form(..., carries_files=True)`; whoever takes it must
    judge it again. `on_choice` hears names and sizes when all chosen files are allowed.
    """
    says = Says(label, f"{hint} {allowed.in_words(at_most=at_most)}".strip(), error, required)
    field = Field[Files](says, value=(), write=_as_typed, draft_key=None)  # no script may fill it in
    with field, element("div", "file-zone", data_takes_files=at_most):
        control = element("input", type="file", name=name, accept=allowed.for_the_browser(), multiple=at_most > 1)
        written("p", sentence("file.drag_several" if at_most > 1 else "file.drag"), "small soft")
        rows = Rows(allowed)

    async def judge(files: Files) -> str | None:
        fit, left = files[:at_most], files[at_most:]
        rows.show(fit)
        if required and not fit:
            return sentence("file.missing_several" if at_most > 1 else "file.missing")
        wrong = allowed.what_is_wrong(fit)
        said = await on_choice(fit) if on_choice and not wrong else None
        return "\n".join(filter(None, [not_chosen(left, at_most=at_most), *wrong, said])) or None

    field.hold(control)
    field.commits(control, "(e) => emit([mbtq.chosenFiles(e.target)])", read_files, judge)
    return field


def _as_typed(_: Files) -> Typed:
    return [""]
