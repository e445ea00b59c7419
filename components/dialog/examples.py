"""The states of dialog."""

from components.button import button
from components.dialog import Dialog
from components.dialog.asking import ask_first
from components.layout import row
from components.prose import paragraph
from components.status_message import StatusMessage
from components.text_field import text_field


def a_question() -> None:
    """A question before something is deleted"""
    asks = button("Delete my estimate", kind="quiet")
    line = StatusMessage()
    with Dialog("Delete your estimate for 2025?", opened_by=asks) as dialog:
        paragraph("All answers are deleted. You can’t get them back.")

        async def delete() -> None:
            dialog.close()
            line.say("This is only an example. Nothing was deleted.", "info")

        with row():
            dialog.way_out("Keep it")
            button("Delete it", kind="quiet", on_press=delete)


def a_button_that_asks_first() -> None:
    """A button that asks first"""
    line = StatusMessage()

    async def end() -> None:
        line.say("This is only an example. Nothing was ended.", "info")

    says = ["They see nothing of yours any more."]
    ask_first("End it for Dana", "End it for Dana?", says, keep="Keep it", sure="End it: Dana", on_press=end)


def with_a_field() -> None:
    """With a field"""

    asks, line = button("Give it a name", kind="quiet"), StatusMessage()

    async def judge(name: str) -> str | None:
        return None if any(sign.isalpha() for sign in name) else "Type a name with letters."

    with Dialog("Name this estimate", opened_by=asks) as dialog:
        field = text_field("Name", hint="Only you see it.", on_commit=judge).until_pressed()

        async def save() -> None:
            if problem := await judge(field.typed[0]):
                field.show_error(problem)
                return
            field.clear_error()
            dialog.close()
            line.say("This is only an example. Nothing was saved.", "info")

        button("Save the name", on_press=save)


def long_words() -> None:
    """Long words, longer than the screen"""
    with Dialog("Rindfleischetikettierungsüberwachungsaufgaben", opened_by=button("Read it all", kind="quiet")):
        for number in range(1, 21):
            paragraph(f"Paragraph {number}. It is long, and the dialog scrolls inside itself.")
