"""The guided interview of a tax year: the topics of the estimate one at a time, in the order of a conversation."""
