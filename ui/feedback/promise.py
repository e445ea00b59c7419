"""Who sees what a person tells us, and for how long."""

from components.layout import section
from components.prose import bullet_list


def who_sees_it() -> None:
    """What is so, in plain words; services/feedback keeps each of these promises."""
    with section("Who sees it, and how long we keep it"):
        bullet_list(
            (
                "Few of us can see your message and your video: support agents, tax preparers and administrators.",
                "We write down each time that one of them looks at it.",
                "We store your message and your video sealed. Somebody who copies the storage sees nothing.",
                "We delete your message and your video after 2 years.",
            )
        )
