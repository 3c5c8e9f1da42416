"""One way to declare a flag of the reference layer."""

from engine.language import Flag, Layer, Topic


def reference_flag(
    name: str,
    label: str,
    topic: Topic,
    text: str,
    state_from: str | None = None,
    names_rows_of: str | None = None,
    *,
    names_missing: bool = False,
) -> Flag:
    """A flag of published criteria: its id, what it is called, its topic, what it says."""
    return Flag(
        id=name,
        label=label,
        layer=Layer.REFERENCE,
        topic=topic,
        text=text,
        state_from=state_from,
        names_rows_of=names_rows_of,
        names_missing=names_missing,
    )
