"""The lines of the forms of 2025 to which an amount is copied from another line, as the forms print it."""

from collections.abc import Mapping

Places = Mapping[str, tuple[tuple[str, str], ...]]
"""By the id of a line: form and number of each other line with the same amount."""

_1040, _1, _1A, _2, _3, _A, _B, _R, _8812 = (
    "Form 1040",
    *(f"Schedule {name} (Form 1040)" for name in ("1", "1-A", "2", "3", "A", "B", "R", "8812")),
)
_8995A = "Form 8995-A"
COPIES: Places = {
    "1040.8": ((_1, "10"),),
    "1040.10": ((_1, "26"),),
    "1040.11a": (
        (_1040, "11b"),
        (_1A, "1"),
        (_1A, "3"),
        (_A, "2"),
        (_R, "14"),
        ("Form 2441", "7"),
        (_8812, "1"),
        (_8812, "3"),
        ("Form 8880", "8"),
    ),
    "1040.13a": (("Form 8995", "15"), (_8995A, "37"), (_8995A, "39")),
    "1040.13b": ((_1A, "38"),),
    "1040.19": ((_8812, "14"),),
    "1040.20": ((_3, "8"),),
    "1040.23": ((_2, "21"),),
    "1040.28": ((_8812, "27"),),
    "1040.29": (("Form 8863", "8"),),
    "1040.34": ((_1040, "35a"),),
    "2441.9a": (("Form 2441", "9c"),),
    "8995.5": ((_8995A, "27"), (_8995A, "32")),
    "schedule_2.2": ((_2, "3"), (_1040, "17"), ("Form 6251", "11")),
    "schedule_2.11": (("Form 8959", "18"),),
    "schedule_2.12": (("Form 8960", "17"),),
    "schedule_3.2": (("Form 2441", "11"),),
    "schedule_3.3": (("Form 8863", "19"),),
    "schedule_3.4": (("Form 8880", "12"),),
    "schedule_3.6a": (("Form 3800", "38"),),
    "schedule_3.6d": ((_R, "22"),),
    "schedule_a.7": ((_A, "5e"),),
    "schedule_a.10": ((_A, "8a"), (_A, "8e")),
    "schedule_b.4": ((_B, "2"),),
    "schedule_r.13a": ((_R, "13c"),),
}
OF_A_LOSS: Places = {"1040.7a": (("Schedule D (Form 1040)", "21"),)}
"""Lines that are filled only when the amount is below zero."""
NOT_COPIED = {
    "deduction.standard",  # Form 1040, line 12e, says it
    "schedule_se.6",  # of two people together; each of them has a form
    "2441.5",  # the lower one of two people's earnings, which the form asks for one by one
    "8812.14.others",  # shares of one line
    "8812.14.children",
}
