"""How the house is: each process measures itself, remembers an hour, and tells the others.

The figures are those of `/api/internal/metrics`, for people: exact times of the last hour, and a judgement in words.
"""
