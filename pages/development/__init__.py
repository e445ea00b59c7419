"""Pages that exist on a developer's machine only; main.build leaves them out elsewhere."""
