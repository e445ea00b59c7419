"""`make doctor`: looks at everything that a house needs, and says what to do about what is not right.

It looks as the app does: with the same settings, as the same role, through the same providers.
"""
