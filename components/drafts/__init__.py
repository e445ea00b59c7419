"""Text that is typed but not committed survives a reload of the page, in this tab only. The work is in drafts.js.

Text components take part through their `draft_key`. A draft goes away when its text is committed, when its form is
posted and at sign-out (`form(..., clears_drafts=True)`). Passwords and other secrets have no key and are never kept.
"""
