"""Charts as inline SVG: numbers in, markup out; colours come from the page's classes."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from zhenggai.reporting import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhenggai.model.checklist import Grade
    from zhenggai.model.scorecard import ScoreFigures


def score_range(figures: ScoreFigures, grades: Sequence[tuple[str, Grade]]) -> str:
    """A scale of 0 to 100 with the possible range, the score, and the thresholds of the grades.

    `grades` are pairs of the name to show and the grade.
    """
    parts = ['<rect class="track" x="0" y="26" width="700" height="14" rx="7"/>']
    for name, grade in grades:
        at = float(grade.at_least) * 7
        if at > 0:
            parts.append(f'<line class="tick" x1="{at:.1f}" y1="20" x2="{at:.1f}" y2="46"/>')
        text = escape(f"{name} {words.points(grade.at_least)}")
        anchor = "start" if at < 30 else "middle"  # noqa: PLR2004 - room for half a label
        parts.append(
            f'<text class="label" x="{at:.1f}" y="62" text-anchor="{anchor}">{text}</text>'
        )
    if figures.low is not None and figures.high is not None:
        low, high = float(figures.low) * 7, float(figures.high) * 7
        width = max(high - low, 3)
        parts.append(
            f'<rect class="band" x="{low:.1f}" y="26" width="{width:.1f}" height="14" rx="4"/>'
        )
    if figures.score is not None:
        at = float(figures.score) * 7
        side = "end" if at > 640 else "start" if at < 60 else "middle"  # noqa: PLR2004 - likewise
        parts.append(f'<path class="mark" d="M{at:.1f} 24 l-6 -9 h12 z"/>')
        parts.append(
            f'<text class="value" x="{at:.1f}" y="11" text-anchor="{side}">'
            f"{words.figure(figures.score)}</text>"
        )
    return _svg(700, 68, "range", parts)


def section_bar(figures: ScoreFigures) -> str:
    """A section's range with its score, and its coverage as a thin line below."""
    parts = ['<rect class="track" x="0" y="4" width="200" height="10" rx="5"/>']
    if figures.low is not None and figures.high is not None:
        low, high = float(figures.low) * 2, float(figures.high) * 2
        width = max(high - low, 2)
        parts.append(
            f'<rect class="band" x="{low:.1f}" y="4" width="{width:.1f}" height="10" rx="3"/>'
        )
    if figures.score is not None:
        at = min(max(float(figures.score) * 2, 1.5), 198.5)
        parts.append(f'<rect class="mark" x="{at - 1.5:.1f}" y="1" width="3" height="16"/>')
    if figures.coverage is not None:
        covered = float(figures.coverage) * 2
        parts.append('<rect class="track" x="0" y="20" width="200" height="3"/>')
        parts.append(f'<rect class="cover" x="0" y="20" width="{covered:.1f}" height="3"/>')
    return _svg(200, 24, "bar", parts)


def stack(shares: Sequence[tuple[str, int]]) -> str:
    """A bar divided by counts; each part has the class `s-<name>`."""
    total = sum(count for _, count in shares)
    parts = []
    at = 0.0
    for name, count in shares:
        if count:
            width = 700 * count / total
            parts.append(
                f'<rect class="s-{escape(name)}" x="{at:.1f}" y="0" '
                f'width="{max(width - 1.5, 1):.1f}" height="16"/>'
            )
            at += width
    return _svg(700, 16, "stack", parts)


def trend(runs: Sequence[tuple[str, ScoreFigures]]) -> str:
    """The score over several runs, oldest first, with the range of each and its label below."""
    parts = [
        f'<line class="grid" x1="30" y1="{_y(value):.1f}" x2="700" y2="{_y(value):.1f}"/>'
        f'<text class="label" x="24" y="{_y(value) + 4:.1f}" text-anchor="end">{value}</text>'
        for value in (0, 25, 50, 75, 100)
    ]
    step = 640 / max(len(runs) - 1, 1)
    line = []
    for number, (label, figures) in enumerate(runs):
        at = 45 + number * step
        if figures.low is not None and figures.high is not None:
            top, bottom = _y(float(figures.high)), _y(float(figures.low))
            parts.append(
                f'<rect class="band" x="{at - 5:.1f}" y="{top:.1f}" width="10" '
                f'height="{max(bottom - top, 2):.1f}" rx="3"/>'
            )
        if figures.score is not None:
            y = _y(float(figures.score))
            line.append(f"{at:.1f},{y:.1f}")
            parts.append(f'<circle class="mark" cx="{at:.1f}" cy="{y:.1f}" r="4"/>')
        side = "start" if number == 0 else "end" if number == len(runs) - 1 else "middle"
        parts.append(
            f'<text class="label" x="{at:.1f}" y="156" text-anchor="{side}">{escape(label)}</text>'
        )
    parts.append(f'<polyline class="line" points="{" ".join(line)}"/>')
    return _svg(700, 162, "trend", parts)


def _y(value: float) -> float:
    return 136 - value * 1.26


def _svg(width: int, height: int, name: str, parts: Sequence[str]) -> str:
    return f'<svg class="{name}" viewBox="0 0 {width} {height}" aria-hidden="true">{"".join(parts)}</svg>'
