"""What goes out and comes in: letters, partners who use the API, and how outside services answer."""
