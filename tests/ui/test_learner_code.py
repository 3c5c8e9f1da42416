"""The learner code and the name for the report: what is read, and what is refused and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.nasty import NASTY
from ui.learning.learner_code import (
    ALPHABET,
    LENGTH,
    WrongCodeError,
    as_code,
    new_learner_id,
    read_code,
)
from ui.learning.nickname import LONGEST, WrongNameError, read_name

IDS = st.builds(new_learner_id)


def test_codes_are_long_random_and_all_different() -> None:
    ids = {new_learner_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(each) == LENGTH and set(each) <= set(ALPHABET) for each in ids)


@given(IDS)
def test_a_code_is_read_however_it_is_typed(learner: str) -> None:
    code = as_code(learner)
    assert code.count("-") == 4
    for typed in (code, learner, code.lower(), code.replace("-", " "), f"  {code}\n"):
        assert read_code(typed) == learner
    assert read_code(code.replace("0", "O").replace("1", "l")) == learner


@given(IDS, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(learner: str, place: int, other: str) -> None:
    typed = learner[:place] + other + learner[place + 1 :]
    if typed == learner:
        assert read_code(typed) == learner
    else:
        with pytest.raises(WrongCodeError, match="mistyped"):
            read_code(typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "No code is entered"),
        ("   ", "No code is entered"),
        ("ABCDE-12345", "this has 10"),
        ("A" * 1_000_000, "too long"),
        ("<script>alert(1)</script>", "neither"),
        ("' OR 1=1 --", "neither"),
        ("ЯЯЯЯЯ-ЯЯЯЯЯ-ЯЯЯЯЯ-ЯЯЯЯЯ-ЯЯЯЯЯ", "neither"),
        ("U" * LENGTH, "neither"),
    ],
)
def test_what_is_no_code_is_refused_with_the_reason(typed: str, said: str) -> None:
    with pytest.raises(WrongCodeError, match=said):
        read_code(typed)


@given(st.text())
def test_anything_typed_is_a_code_or_refused(typed: str) -> None:
    try:
        learner = read_code(typed)
    except WrongCodeError:
        return
    assert read_code(as_code(learner)) == learner


@pytest.mark.parametrize("name", ["", "Ada", "Łukasz Ñandú", "=cmd()", "中村", "a" * LONGEST, "👩"])
def test_a_short_visible_line_is_a_name(name: str) -> None:
    assert read_name(f"  {name} ") == name


@pytest.mark.parametrize("text", [text for text in NASTY if len(text) <= LONGEST])
def test_markup_is_text_and_therefore_a_name(text: str) -> None:
    if set(text) & set("\r\n\t"):
        with pytest.raises(WrongNameError):
            read_name(text)
    else:
        assert read_name(text) == text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a" * (LONGEST + 1), f"at most {LONGEST} characters; this has 41"),
        ("x" * 1_000_000, "this has 1,000,000"),
        (" " * 1_000_000, "at most"),
        ("two\nlines", "one line"),
        ("two\u2028lines", "one line"),
        ("a\u202eb", "invisible"),
        ("a\u200bb", "invisible"),
        ("a\x00b", "invisible"),
        ("\u3164", "invisible"),
        ("a\u00a0b", "invisible"),
        ("\u0301", "no letter"),
    ],
)
def test_what_cannot_be_shown_on_one_line_is_refused_with_the_reason(typed: str, said: str) -> None:
    with pytest.raises(WrongNameError, match=said):
        read_name(typed)


@given(st.text(max_size=60))
def test_a_name_is_printable_on_one_line_and_read_again_as_it_is(typed: str) -> None:
    try:
        name = read_name(typed)
    except WrongNameError:
        return
    assert name.isprintable()
    assert len(name) <= LONGEST
    assert read_name(name) == name
