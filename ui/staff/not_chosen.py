"""What a list of people or roles begins with."""

from components.choice_group import Choice

NOT_CHOSEN = Choice("", "Please choose")
"""The first of many: nobody gets one because it stood there already."""
