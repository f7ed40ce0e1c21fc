"""What the tests have workers read."""

from zhenggai.reading import read_path


def read(task):
    raw = read_path(task["path"], task["location"])
    return {
        "format": raw.format,
        "rows": sum(sheet.rows for sheet in raw.sheets),
        "troubles": [trouble.kind for trouble in raw.troubles],
    }
