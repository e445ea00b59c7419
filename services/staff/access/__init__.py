"""Who sees which customer, and until when: by assignment, or for an hour in an emergency; the customer reads it too."""
