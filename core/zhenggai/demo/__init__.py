"""A believable bureau: plugins' `demo.md` rendered as the messy papers that clerks keep.

Each heading of a `demo.md` is one paper, in the form of a worked case (`zhenggai.testing.cases`):
`file:` is its path below the unit's folder, whose suffix says what is written; `style:` names the
mess; the tables are its contents, and the marks on their rows are the planted faults, as
`violation: plugin.rule/aspect`.
"""

from zhenggai.demo.building import Built, Planted, build, planted_in

__all__ = ["Built", "Planted", "build", "planted_in"]
