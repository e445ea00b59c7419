"""The states of step_list."""

from components.step_list import StepList

STEPS = ["About you", "Family", "Income", "Hearing costs", "Payments", "Review"]


def at_the_start() -> None:
    """At the start"""
    StepList(STEPS, 0, label="Steps of your return")


def in_the_middle() -> None:
    """In the middle"""
    StepList(STEPS, 2, label="Steps of your second return")


def with_ways() -> None:
    """With ways to each"""
    StepList(STEPS, 3, label="Steps that lead somewhere", ways=["/development/components/step_list"] * len(STEPS))


def with_something_missing() -> None:
    """With something missing in a step that lies behind"""
    StepList(STEPS, 3, label="Steps of your third return").show({1})


def at_the_end() -> None:
    """At the end, with long words"""
    steps = ["Telecommunicationsdevicesandvideorelayequipment", "Questions about your interpreters", "Review"]
    StepList(steps, 2, label="Steps with long names")
