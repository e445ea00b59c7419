"""The W-2 as an employee gets it. Source: Form W-2 (2025), Copy B; words as printed, shortened."""

from components.form_picture import Box, PaperForm

W2 = PaperForm(
    "Form W-2",
    [
        Box("a", "Employee’s Social Security number", 1, 1, columns=6),
        Box("b", "Employer identification number", 2, 1, columns=6),
        Box("1", "Wages, tips, other compensation", 2, 7, columns=3),
        Box("2", "Federal income tax withheld", 2, 10, columns=3),
        Box("c", "Employer’s name and address", 3, 1, rows=3, columns=6),
        Box("3", "Social Security wages", 3, 7, columns=3),
        Box("4", "Social Security tax withheld", 3, 10, columns=3),
        Box("5", "Medicare wages and tips", 4, 7, columns=3),
        Box("6", "Medicare tax withheld", 4, 10, columns=3),
        Box("7", "Social Security tips", 5, 7, columns=3),
        Box("8", "Allocated tips", 5, 10, columns=3),
        Box("d", "Control number", 6, 1, columns=6),
        Box("9", "", 6, 7, columns=3),
        Box("10", "Dependent care benefits", 6, 10, columns=3),
        Box("e", "Employee’s name", 7, 1, rows=2, columns=6),
        Box("11", "Nonqualified plans", 7, 7, columns=3),
        Box("12a", "Codes", 7, 10, columns=3),
        Box("13", "Retirement plan, sick pay", 8, 7, columns=3),
        Box("12b", "Codes", 8, 10, columns=3),
        Box("f", "Employee’s address", 9, 1, rows=2, columns=6),
        Box("14", "Other", 9, 7, rows=2, columns=3),
        Box("12c", "Codes", 9, 10, columns=3),
        Box("12d", "Codes", 10, 10, columns=3),
        Box("15", "State, state ID", 11, 1, columns=2),
        Box("16", "State wages", 11, 3, columns=2),
        Box("17", "State income tax", 11, 5, columns=2),
        Box("18", "Local wages", 11, 7, columns=2),
        Box("19", "Local income tax", 11, 9, columns=2),
        Box("20", "Locality", 11, 11, columns=2),
    ],
)
