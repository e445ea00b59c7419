"""What is said about a computed return: `story` is its lines in order, `income_to_tax` the few steps of a picture.

`what_if` is what would come out if one thing were otherwise. `idle` is what was typed and changes nothing.
"""
