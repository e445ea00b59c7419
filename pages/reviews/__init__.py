"""Reviews of returns: the customer's page, the queue of preparers, and the page of the preparer who holds one."""
