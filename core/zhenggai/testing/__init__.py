"""The kit for authors of rules: read `cases.md`, run the cases, and prove that they prove."""

from zhenggai.testing.cases import Case, CaseError, read_cases
from zhenggai.testing.proving import Workbench, prove

__all__ = ["Case", "CaseError", "Workbench", "prove", "read_cases"]
