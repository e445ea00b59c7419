"""The forms that people hold in their hands, typed box by box: a list of each kind, in the topic where it belongs."""
