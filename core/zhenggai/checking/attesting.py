"""Questions that a person answers: by name, on a day, with proof; no answer is `manual`."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zhenggai.checking.findings import basis_lines, fill, shown, waiver_for
from zhenggai.i18n import _
from zhenggai.model.assessment import AspectResult, Attestation, Finding, Status, Verdict
from zhenggai.model.checks import Attest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhenggai.model.plan import Plan, PlannedRule
    from zhenggai.model.rule import Query


def attest(
    plan: Plan, planned: PlannedRule, query: Query, proofs: Callable[[str], str | None]
) -> tuple[AspectResult, list[Finding], Attestation]:
    """The unit's answer to one question, weighed.

    An answer dated after the as-of date, or whose proof is asked for and not there, decides nothing.
    """
    check = query.aspect.check
    if not isinstance(check, Attest):
        raise TypeError(query.slug)
    answers = [
        answer
        for answer in plan.answers
        if answer.rule == planned.rule.id
        and answer.aspect in (None, query.slug)
        and answer.on <= plan.as_of
    ]
    if not answers:
        return (
            AspectResult(
                aspect=query.slug,
                title=query.aspect.title,
                status=Status.MANUAL,
                reason=_("not answered: {question}").format(question=check.question),
            ),
            [],
            Attestation(question=check.question),
        )
    answer = max(answers, key=lambda one: one.on)
    sha256 = proofs(answer.proof) if answer.proof else None
    said = Attestation(
        question=check.question,
        answer=answer.answer,
        by=answer.by,
        on=answer.on,
        proof=answer.proof,
        proof_sha256=sha256,
    )
    if check.proof and sha256 is None:
        reason = (
            _("the proof {path} is not there").format(path=answer.proof)
            if answer.proof
            else _("the answer of {by} has no proof").format(by=answer.by)
        )
        return (
            AspectResult(
                aspect=query.slug,
                title=query.aspect.title,
                status=Status.MANUAL,
                examined=1,
                gaps=1,
                reason=reason,
            ),
            [],
            said,
        )
    right = answer.answer.strip().lower() == check.expect.lower()
    return (
        AspectResult(
            aspect=query.slug,
            title=query.aspect.title,
            status=Status.PASS if right else Status.FAIL,
            examined=1,
            ok=int(right),
            violations=int(not right),
        ),
        [] if right else [_finding(plan, planned, query, said)],
        said,
    )


def _finding(plan: Plan, planned: PlannedRule, query: Query, said: Attestation) -> Finding:
    file = planned.rule.file
    fingerprint = hashlib.sha256(f"{file.id}\0{query.slug}\0attest".encode()).hexdigest()[:16]
    words = {name: shown(param.value) for name, param in planned.params.items()}
    words |= {"answer": said.answer, "by": said.by, "on": str(said.on), "question": said.question}
    return Finding(
        fingerprint=fingerprint,
        rule=file.id,
        aspect=query.slug,
        verdict=Verdict.VIOLATION,
        severity=query.aspect.severity or file.severity,
        key="attest",
        owner=said.by,
        message=fill(query.aspect.message, words),
        message_en=fill(query.aspect.message_en, words),
        rectify=fill(query.aspect.rectify or file.rectify, words, strict=False),
        fact_date=said.on,
        basis=basis_lines(planned, said.on or plan.as_of),
        waiver=waiver_for(plan, file.id, "attest", fingerprint),
    )
