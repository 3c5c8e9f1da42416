"""Every published source, once."""

from engine.language import Reference

REFERENCES: tuple[Reference, ...] = ()
