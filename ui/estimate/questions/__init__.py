"""The questions of an estimate as fields: topic by topic, the people who depend on the filer, second looks, terms."""
