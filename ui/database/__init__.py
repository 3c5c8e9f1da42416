"""The one way to a database: where it is, its tables, and connections to it."""
