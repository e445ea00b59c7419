"""Intake: how a person is reached, whether they need an interpreter, and what may help them, asked a page at a time.

`steps` are the pages, `answering` takes one in, `keeping` seals the `answers`, `adopting` moves them from a guest.
`calling` and `languages` read what is hard to read; `recommending` says what follows, `interpreters` how far one is.
"""
