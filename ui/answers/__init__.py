"""Answers that a page asks and saves, while the same return may be open in another window or on another device."""
