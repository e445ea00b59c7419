"""`make smoke BASE_URL=https://…`: walks a deployed house from outside, as a visitor who knows only its address.

It needs none of the app's settings and imports none of its code, so it runs from an operator's own computer.
"""
