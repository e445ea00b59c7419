"""The season in numbers, for pictures: returns begun and finished, reviews that wait, and how long they take."""
