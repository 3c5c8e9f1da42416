"""The document's verdicts written by hand, as a Python function and as expressions of Polars.

What a programmer would write who knows the rules and needs no trace: the yardstick for what is put
together from the rule book. Both give the overall verdict; None is a patient who cannot be.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from engine.conditions import Value

LUPUS, MS = "systemic_lupus_erythematosus", "multiple_sclerosis"
NAMED_VASCULITIS = ("granulomatosis_with_polyangiitis", "microscopic_polyangiitis")
VASCULITIS = (*NAMED_VASCULITIS, "other_vasculitis")
RHEUMATIC = ("rheumatoid_arthritis", "autoimmune_myopathy")
RESPONSE = "response_to_conventional_immunosuppressants"
MAY, NOT, AMBIGUOUS = "may_be_considered", "not_indicated", "document_ambiguous"
OPEN, OUTSIDE = "not_enough_data", "outside_document"
KIND = pl.Enum([MAY, NOT, AMBIGUOUS, OPEN, OUTSIDE])
CYCLOPHOSPHAMIDE, MITOXANTRONE = "cyclophosphamide", "mitoxantrone"
NO_DRUG_NAMED = "chemotherapy_no_drug_named"


def verdict(told: Mapping[str, Value]) -> str | None:  # noqa: PLR0911, PLR0912  (by hand)
    """The overall verdict on one patient."""
    get = told.get
    disease = get("diagnosis")
    severity = None if disease == MS else get("severity")
    danger = get("life_threatening")
    unresponsive = get("unresponsive_to_safer_therapy")
    response = get(RESPONSE) if disease is None or disease in VASCULITIS else None
    failed = get("all_other_options_failed") if disease is None or disease in RHEUMATIC else None
    if disease == LUPUS and (get("kidney_failure") or get("severe_haematological_abnormality")):
        if danger is False:
            return None
        danger = True
    if danger and disease != MS:
        if severity not in (None, "severe"):
            return None
        severity = "severe"
    if failed or response == "insufficient":
        if unresponsive is False:
            return None
        unresponsive = True
    severe = None if severity is None else severity == "severe"
    if disease is None:
        return OPEN
    if disease == LUPUS:
        if severe and (danger or unresponsive):
            return MAY
        return NOT if severe is False or (danger is False and unresponsive is False) else OPEN
    if disease == MS:
        active, tried = get("highly_active"), get("first_line_tried")
        if active and tried:
            return MAY
        return NOT if active is False or tried is False else OPEN
    if disease in VASCULITIS:
        other = response in ("sufficient", "not_tried")
        if severe and response == "insufficient":
            return MAY if disease in NAMED_VASCULITIS else AMBIGUOUS
        if severe and other and danger:
            return AMBIGUOUS
        return NOT if severe is False or (other and danger is False) else OPEN
    if disease in RHEUMATIC:
        rapid = get("rapidly_progressing")
        if severe and (failed or rapid):
            return MAY
        return NOT if severe is False or (failed is False and rapid is False) else OPEN
    return OUTSIDE


def verdicts(told: pl.DataFrame) -> pl.DataFrame:
    """Who can be, the overall verdict, its drug, and the verdict on each drug."""
    disease = pl.col("diagnosis")
    lupus, ms = disease == LUPUS, disease == MS
    vasculitis, rheumatic = disease.is_in(VASCULITIS), disease.is_in(RHEUMATIC)
    unknown = disease.is_null()
    organ = lupus & (pl.col("kidney_failure") | pl.col("severe_haematological_abnormality"))
    danger = pl.col("life_threatening")
    facts = told.lazy().with_columns(
        severity=pl.when(unknown | ~ms).then(pl.col("severity")),
        response=pl.when(unknown | vasculitis).then(pl.col(RESPONSE)),
        failed=pl.when(unknown | rheumatic).then(pl.col("all_other_options_failed")),
        danger=pl.when(organ).then(statement=True).otherwise(danger),
        first_wrong=(organ & ~danger).fill_null(value=False),
    )
    danger, severity = pl.col("danger"), pl.col("severity")
    unresponsive = pl.col("unresponsive_to_safer_therapy")
    threatened = danger & (unknown | ~ms)
    last = pl.col("failed") | (pl.col("response") == "insufficient")
    facts = facts.with_columns(
        severe=pl.when(threatened).then(statement=True).otherwise(severity == "severe"),
        unresponsive=pl.when(last).then(statement=True).otherwise(unresponsive),
        contradictory=pl.col("first_wrong")
        | (threatened & (severity != "severe")).fill_null(value=False)
        | (last & ~unresponsive).fill_null(value=False),
    )
    severe, unresponsive = pl.col("severe"), pl.col("unresponsive")
    active, tried = pl.col("highly_active"), pl.col("first_line_tried")
    response, failed = pl.col("response"), pl.col("failed")
    rapid = pl.col("rapidly_progressing")
    others = response.is_in(["sufficient", "not_tried"])
    insufficient = severe & (response == "insufficient")
    named = disease.is_in(NAMED_VASCULITIS)

    def of(*pairs: tuple[pl.Expr, str]) -> pl.Expr:
        kind = pl.lit(OPEN, KIND)
        for holds, word in reversed(pairs):
            kind = pl.when(holds).then(pl.lit(word, KIND)).otherwise(kind)
        return kind

    facts = facts.with_columns(
        pl.when(unknown)
        .then(pl.lit(OPEN, KIND))
        .when(lupus)
        .then(
            of(
                (severe & (danger | unresponsive), MAY),
                (~severe | (~danger & ~unresponsive), NOT),
            )
        )
        .when(vasculitis)
        .then(
            of(
                (insufficient & named, MAY),
                (insufficient | (severe & others & danger), AMBIGUOUS),
                (~severe | (others & ~danger), NOT),
            )
        )
        .otherwise(pl.lit(OUTSIDE, KIND))
        .alias(CYCLOPHOSPHAMIDE),
        pl.when(unknown)
        .then(pl.lit(OPEN, KIND))
        .when(ms)
        .then(of((active & tried, MAY), (~active | ~tried, NOT)))
        .otherwise(pl.lit(OUTSIDE, KIND))
        .alias(MITOXANTRONE),
        pl.when(unknown)
        .then(pl.lit(OPEN, KIND))
        .when(rheumatic)
        .then(of((severe & (failed | rapid), MAY), (~severe | (~failed & ~rapid), NOT)))
        .otherwise(pl.lit(OUTSIDE, KIND))
        .alias(NO_DRUG_NAMED),
    )
    drugs = pl.Enum([CYCLOPHOSPHAMIDE, MITOXANTRONE, NO_DRUG_NAMED])
    return facts.select(
        "contradictory",
        pl.when(ms)
        .then(pl.col(MITOXANTRONE))
        .when(rheumatic)
        .then(pl.col(NO_DRUG_NAMED))
        .otherwise(pl.col(CYCLOPHOSPHAMIDE))
        .alias("verdict"),
        pl.when(ms)
        .then(pl.lit(MITOXANTRONE, drugs))
        .when(rheumatic)
        .then(pl.lit(NO_DRUG_NAMED, drugs))
        .when(lupus | vasculitis)
        .then(pl.lit(CYCLOPHOSPHAMIDE, drugs))
        .alias("drug"),
        CYCLOPHOSPHAMIDE,
        MITOXANTRONE,
        NO_DRUG_NAMED,
    ).collect()
