"""The two sides of a check that somebody is one of us, each with its policy."""

from services import policy
from services.genuine import checking, codes
from ui.actions import action

show_code = action("genuine.show_code", policy.genuine.SHOW_CODE)(codes.show)
check = action("genuine.check", policy.genuine.CHECK)(checking.check)
