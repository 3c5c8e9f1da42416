"""Reading another rule base: each in a process of its own, for rules are Python modules."""
