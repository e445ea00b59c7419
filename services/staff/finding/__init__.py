"""Finding the right customer among those whom one may see. Each search is written down, without the words in it."""
