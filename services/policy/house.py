"""The house itself: its public pages, how it looks, and how it is."""

from services.policy.rule import ADMINISTRATOR, EVERYBODY, Policy

READ_PUBLIC_PAGES = Policy("public.read", "Everybody may read the public pages.", EVERYBODY)
CHANGE_DISPLAY = Policy(
    "display.change",
    "Everybody may choose how they talk with us and how the screen looks, for themselves.",
    EVERYBODY,
)
SEE_HEALTH = Policy("health.see", "An administrator may see how the service is. It shows nobody's data.", ADMINISTRATOR)
