"""What the pages of links in letters share."""
