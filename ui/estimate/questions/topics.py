"""The questions of an estimate, topic by topic. Those of things that most people do not have wait behind a line."""

from functools import partial

from components.contents import Contents
from components.disclosure import disclosure
from components.layout import section
from services.returns.estimate import Estimate
from services.returns.questions import CHAPTERS, Topic, is_answered
from services.words import sentence
from ui.answers.asked import Ask
from ui.estimate.questions.second_looks import SecondLooks
from ui.estimate.questions.topic_questions import Inside, TopicQuestions, drafts_of


class Topics:
    """Draws every topic once, in its chapter, and adds the chapters to `contents`; `show` brings them up to date.

    `ask(path, draw)` draws what asks for one answer. `inside` draws what else a topic has, by the topic's name; `forms`
    its lists of forms, folded away with its questions. `second_looks` asks about odd answers.
    """

    def __init__(
        self,
        estimate: Estimate,
        *,
        contents: Contents,
        ask: Ask,
        inside: Inside,
        forms: Inside,
        second_looks: SecondLooks,
    ) -> None:
        self._questions = TopicQuestions(
            estimate, ask=ask, inside=inside, forms=forms, second_looks=second_looks, level=4
        )
        self.show = self._questions.show
        for chapter in CHAPTERS:
            title = sentence(f"chapter.{chapter.name}")
            with section(title) as drawn:
                for topic in chapter.topics:
                    self._draw(topic)
            contents.add(title, drawn.html_id)

    def _draw(self, topic: Topic) -> None:
        with section(sentence(f"topic.{topic.name}.title"), level=3) as drawn:
            self._questions.only_for(topic.when, drawn)
            fill = partial(self._questions.draw, topic)
            if topic.only_if_opened:
                answers = self._questions.answers
                opened = is_answered(topic, answers) or bool(getattr(answers.had, topic.name, None))
                disclosure(sentence(f"topic.{topic.name}.open"), opened=opened, fill=fill, drafts_in=drafts_of(topic))
            else:
                fill()
            self._questions.draw_inside(topic)
