"""What is asked about a trusted person: the whole form that invites, and the questions about what they may do."""

from collections.abc import Mapping

from components.button import button
from components.checkbox import ON, checkbox
from components.choice_group import Choice, choice_group
from components.field import Commit, Field
from components.layout import row
from components.link import link
from db.values.trust import Helper
from services.attempts import Attempt
from services.trust.wishes import LASTS, Wish
from services.words import sentence
from ui.links.inviting import who_to_whom
from ui.mistakes import Mistakes


def wish_fields(attempt: Attempt) -> None:
    """Every field of the form, with what was typed and what has to be mended."""
    wish, mistakes = Wish(**attempt.typed), Mistakes(attempt)
    fields = who_to_whom("trust.form", attempt.typed, mistakes)
    helpers = {each.value: sentence(f"trust.helper.{each}") for each in Helper}
    fields["helper"] = _one_of("helper", helpers, wish.helper, mistakes)
    fields["estimates"] = estimates_field(wish.estimates or "none", name="estimates", error=mistakes.of("estimates"))
    documents_field(wish.documents or "none", name="documents")
    talk_field(bool(wish.talk), name="talk")
    fields["days"] = _one_of("days", {each: sentence(f"trust.days.{each}") for each in LASTS}, wish.days, mistakes)
    mistakes.sum_up(**fields)
    with row():
        button(sentence("trust.form.send"), submit=True)
        link(sentence("trust.form.back"), "/account/trusted", kind="quiet")


def _one_of(name: str, labels: Mapping[str, str], chosen: str, mistakes: Mistakes) -> Field[str]:
    options = [Choice(value, label) for value, label in labels.items()]
    label = sentence(f"trust.form.{name}")
    return choice_group(label, options, name=name, value=chosen, error=mistakes.of(name), required=True)


def estimates_field(
    value: str, *, name: str = "", error: str = "", on_commit: Commit[str] | None = None, draft_key: str = ""
) -> Field[str]:
    """Whether they see or change the estimates: none, see or change."""
    options = [Choice(each, sentence(f"trust.estimates.{each}")) for each in ("none", "see", "change")]
    return choice_group(
        sentence("trust.form.estimates"),
        options,
        name=name,
        value=value,
        error=error,
        on_commit=on_commit,
        draft_key=draft_key,
    )


def documents_field(
    value: str, *, name: str = "", on_commit: Commit[str] | None = None, draft_key: str = ""
) -> Field[str]:
    """Whether they see the documents, or add some too: none, see or add."""
    options = [Choice(each, sentence(f"trust.documents.{each}")) for each in ("none", "see", "add")]
    label = sentence("trust.form.documents")
    return choice_group(label, options, name=name, value=value, on_commit=on_commit, draft_key=draft_key)


def talk_field(
    value: bool, *, name: str = "", on_commit: Commit[bool] | None = None, draft_key: str = ""
) -> Field[bool]:
    """Whether they see how the customer talks with us."""
    option = Choice(ON, sentence("trust.form.talk"), hint=sentence("trust.form.talk_hint"))
    return checkbox(option, name=name, value=value, on_commit=on_commit, draft_key=draft_key)
