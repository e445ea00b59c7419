"""What a person sees when a page can’t be shown: the pages for failures, in the frame and without it."""
