"""The season in numbers, for pictures: returns begun, finished and filed, reviews that wait, and how long they take."""
