"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os

import pytest

from zhenggai import writing
from zhenggai.errors import UsageError
from zhenggai.writing import write_atomic


def test_text_and_bytes_are_written_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "out" / "a.txt"
    write_atomic(path, "整改")
    assert path.read_text(encoding="utf-8") == "整改"
    write_atomic(path, b"\x00")
    assert path.read_bytes() == b"\x00"
    assert [item.name for item in path.parent.iterdir()] == ["a.txt"]


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path):
    write_atomic(tmp_path / "a", "\udcff")
    assert (tmp_path / "a").read_bytes() == b"\\udcff"


def test_the_file_has_the_rights_that_a_new_file_gets(tmp_path):
    (tmp_path / "plain").write_text("x")
    write_atomic(tmp_path / "made", "x")
    assert (tmp_path / "made").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "may not be written"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failed_write_leaves_the_old_file_and_says_why(tmp_path, monkeypatch, number, said):
    path = tmp_path / "a.html"
    path.write_text("old")

    def fail(_descriptor):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing.os, "fsync", fail)
    with pytest.raises(UsageError, match=said) as caught:
        write_atomic(path, "new")
    assert caught.value.where == str(path)
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.html"]


def test_a_folder_where_a_file_stands_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="same name"):
        write_atomic(tmp_path / "file" / "a.html", "x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="same name"):
        write_atomic(tmp_path / "folder", "x")
