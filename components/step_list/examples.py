"""The states of step_list."""

from components.step_list import step_list

STEPS = ["About you", "Family", "Income", "Hearing costs", "Payments", "Review"]


def at_the_start() -> None:
    """At the start"""
    step_list(STEPS, 0, label="Steps of your return")


def in_the_middle() -> None:
    """In the middle"""
    step_list(STEPS, 2, label="Steps of your second return")


def with_ways() -> None:
    """With ways to each"""
    step_list(STEPS, 3, label="Steps that lead somewhere", ways=["/development/components/step_list"] * len(STEPS))


def at_the_end() -> None:
    """At the end, with long words"""
    steps = ["Telecommunicationsdevicesandvideorelayequipment", "Questions about your interpreters", "Review"]
    step_list(steps, 2, label="Steps with long names")
