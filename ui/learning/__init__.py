"""Learners: what is kept of them across sessions, and the code that leads back to it."""
