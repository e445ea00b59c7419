"""What is sent by those who look for a hole."""

WAYS_OUT = (
    *("https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)"),
    *("/\t/evil.example", "http:evil.example", "/.//evil.example", "/\r\n/evil.example"),
)
"""Where a form must not lead."""

NEW_LINES = (
    *("/x\r\nSet-Cookie: stolen=1", "/x\nLocation: https://evil.example", "/x%0d%0aSet-Cookie: stolen=1"),
    *("/x\u2028Set-Cookie: stolen=1", "/x\x0b\x0cSet-Cookie: stolen=1", "/é\r\n\r\n<script>alert(1)</script>"),
)
"""What would be a header of its own, if it were written into one."""

TEXTS = (
    *("a\x00b", "'; drop table account; --", "{{7*7}}", "%s%n", "{0.__class__}", "<script>alert(1)</script>", " "),
    *("../../../../etc/passwd", "\ud7ff\uffff", "\u202egnp.exe", "a" * 20_000, "1e309", "NaN", "٣", "9" * 400),
)
"""Values that break what takes them for something else."""

SENSES = ("Traceback", "site-packages", "psycopg", "sqlalchemy", 'File "', "SELECT ", "postgresql")
"""What an answer must not tell of how the house is made."""
