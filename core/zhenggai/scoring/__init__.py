"""Results to a scorecard: points, coverage and bounds, each of them explained."""

from zhenggai.explaining import Explanation, explain
from zhenggai.scoring.card import score

__all__ = ["Explanation", "explain", "score"]
