"""Costs for hearing: `asking` is what is asked about one, `judging` what the deduction finder says about all of them.

`household` is what they make matter about the people and their businesses. What is told is in services/returns/answers.
"""
