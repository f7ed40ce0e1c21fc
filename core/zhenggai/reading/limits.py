"""The limits of reading: beyond one a file is named and refused, never cut in silence."""

from __future__ import annotations

MAX_ENTRIES = 5_000
"""Members of a zip container."""

MAX_UNPACKED = 300 * 1024 * 1024
"""Bytes a container may unpack to, in all."""

MAX_RATIO = 200
"""Unpacked to packed bytes of one member, asked of members above `RATIO_FROM`."""

RATIO_FROM = 1024 * 1024

MAX_CELLS = 5_000_000
"""Cells with a value on one sheet, or grid cells of one table of a document."""

MAX_AREA = 30_000_000
"""Rows times columns up to the farthest cell: fast readers allocate the whole rectangle, 32 bytes
a cell."""

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
"""The last row and column a spreadsheet can have."""

MAX_MERGES = 50_000
"""Merged ranges of one sheet."""

MAX_NAMED = 1_000
"""Troubles of one kind named one by one on a sheet; the rest are counted in one more."""

MAX_SPAN = 1_000
"""Columns or rows one cell of a document's table may span."""

MAX_DEPTH = 20
"""Tables within tables of a document."""

MAX_TREE = 40 * 1024 * 1024
"""Bytes of an XML part that is held as a tree, which takes some 20 times as much memory."""

MAX_PAGES = 2_000
MAX_PAGE_CHARACTERS = 200_000
"""Of a PDF: above, the page is not a page of text."""

MAX_TABLE_PAGES = 60
"""Pages of one PDF that are searched for ruled tables."""

MAX_LINE = 1_000_000
"""Bytes of a line that DuckDB reads by itself; its own limit is 2 MB."""

SMALL_TEXT = 1024 * 1024
"""Delimited text below this many bytes is parsed here, above it is left to DuckDB."""

SCAN_CHARACTERS = 20
"""A PDF page with fewer characters is a picture of a page."""
