"""A draft is saved as a file that reads back equal, whatever stands in its texts."""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.draft import from_case, from_table, new_draft
from cases.draft_answers import settled
from cases.draft_edit import put
from cases.draft_faults import looked_at
from cases.load import LARGEST, case_by_id, library, read_case
from cases.model import Case
from cases.toml_file import LONG_TEXTS, WIDTH, as_toml
from tests.ui.nasty import NASTY

TRICKS = (
    "'",
    '"',
    "\\",
    '"""',
    "'''",
    "\n",
    "\n\n",
    "\r\n",
    "=cmd|' /C calc'!A0",
    "#",
    "[[steps]]",
)
PLACES: tuple[tuple[str | int, ...], ...] = (
    ("title",),
    ("patient",),
    ("objectives", 0),
    ("vignette",),
    ("teaching_point",),
    ("common_error",),
    ("steps", 0, "title"),
    ("steps", 1, "story"),
    ("steps", 1, "point"),
    ("steps", 0, "question", "prompt"),
    ("steps", 0, "question", "options", 1, "text"),
    ("steps", 1, "changes", "severity", "because"),
)
LETTERS = st.characters(codec="utf-8")
TEXTS = st.lists(
    st.one_of(st.sampled_from((*TRICKS, *NASTY)), st.text(LETTERS, max_size=40)), max_size=6
).map("".join)


@pytest.mark.parametrize("case", library(), ids=lambda case: case.id)
def test_every_case_reads_back_equal(case: Case) -> None:
    draft = settled(from_case(case, []).draft) | {"id": case.id}
    assert read_case(as_toml(draft), f"{case.id}.toml") == case
    assert as_toml(from_table(tomllib.loads(as_toml(draft).decode()), case.id)) == as_toml(draft)


@settings(deadline=None)
@given(st.sampled_from(PLACES), TEXTS)
def test_any_text_at_any_place_reads_back_or_is_refused_in_words(
    where: tuple[str | int, ...], text: str
) -> None:
    draft = settled(put(from_case(case_by_id("lupus-worsens"), []).draft, where, text))
    looked = looked_at(draft)
    if looked.case is None:
        # Empty, too long, or with an invisible character: said of that place, and still written.
        assert {fault.wrong.split(" (")[0] for fault in looked.faults} <= {
            "It is empty.",
            "It is too long.",
            "It holds an invisible character",
        }
    else:
        # Only what is said of the text itself may be left: that it gives an answer away.
        assert all("gives an answer away" in fault.wrong for fault in looked.faults)
        assert read_case(looked.raw, f"{draft['id']}.toml") == looked.case
        direct = Case.model_validate(_pruned(draft))
        assert looked.case == direct


def _pruned(draft: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in copy.deepcopy(draft).items() if value is not None}


@pytest.mark.parametrize("where", PLACES, ids=lambda where: "-".join(map(str, where)))
def test_a_megabyte_of_text_is_refused_in_words(where: tuple[str | int, ...]) -> None:
    draft = put(from_case(case_by_id("lupus-worsens"), []).draft, where, "long " * 200_000)
    faults = looked_at(settled(draft)).faults
    assert [fault.wrong for fault in faults] == ["It is too long."]
    assert "Use at most" in faults[0].mend


def test_a_file_that_would_be_too_large_to_read_is_a_fault() -> None:
    draft = settled(from_case(case_by_id("lupus-worsens"), []).draft)
    draft["steps"][0]["reveals"] |= {"age": {"value": 40, "unit": "years"}}
    assert not any("bytes" in fault.wrong for fault in looked_at(draft).faults)
    draft["steps"][0]["reveals"]["age"] = ["x" * LARGEST]
    assert any("bytes" in fault.wrong for fault in looked_at(draft).faults)


def test_long_texts_are_laid_out_over_several_lines_and_short_ones_are_not() -> None:
    draft = put(new_draft(), ("vignette",), "word " * 60 + "\n\nsecond\nparagraph")
    text = as_toml(draft).decode()
    assert 'vignette = """\n' in text
    assert all(len(line) <= WIDTH for line in text.splitlines())
    assert '\n\nsecond paragraph\n"""' in text
    assert 'title = ""' in text
    assert {"story", "point"} <= LONG_TEXTS


def test_keys_stand_in_the_order_of_the_guide_and_what_nobody_knows_is_written_too() -> None:
    draft = from_case(case_by_id("lupus-worsens"), []).draft | {"later": {"a": [1, {"b": "c"}]}}
    draft["steps"][0]["question"]["flags"] = ["GEN-4"]
    mixed = dict(reversed(draft.items()))
    text = as_toml(mixed).decode()
    keys = list(tomllib.loads(text))
    assert keys[:3] == ["format", "title", "group"]
    assert keys[-1] == "steps"
    assert tomllib.loads(text)["later"] == {"a": [1, {"b": "c"}]}
    assert tomllib.loads(text)["steps"][0]["question"]["flags"] == ["GEN-4"]
    assert "id" not in keys


def test_dates_and_half_a_letter_do_no_harm() -> None:
    draft = from_table(tomllib.loads("title = 2026-01-01\nformat = 1"), "x")
    assert draft["title"] == "2026-01-01"
    assert b"?" in as_toml({"title": "\ud800"})
