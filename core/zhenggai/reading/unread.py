"""What to say of kinds of file that are not read, and what their owner can do."""

from __future__ import annotations

from zhenggai.i18n import _
from zhenggai.model.raw import TroubleKind
from zhenggai.reading.container import open_container
from zhenggai.reading.refusal import Refusal


def explain(kind: str, data: bytes) -> Refusal:
    """The refusal of a file whose kind is not read.

    Raises:
        Refusal: the file is a zip that is damaged or over the limits, which is said instead.
    """
    if kind == "zip":
        open_container(data)
    if kind == "empty":
        return Refusal(TroubleKind.EMPTY, _("the file is empty: it has no bytes"))
    if kind == "ole-encrypted":
        return Refusal(
            TroubleKind.ENCRYPTED, _("the file is protected by a password; hand it in without one")
        )
    if kind == "image":
        return Refusal(
            TroubleKind.NOT_MACHINE_READABLE,
            _("the file is a picture; its text cannot be read, hand in the original paper"),
        )
    return Refusal(TroubleKind.UNSUPPORTED, _unsupported(kind))


def _unsupported(kind: str) -> str:
    archive = _("the file is an archive; unpack it into the folder")
    word = _("the file is of an old Word format; open it and save it as .docx")
    page = _(
        "the file is a web page or XML, whatever its name says; open it and save it as .xlsx or .docx"
    )
    slides = _("the file is a presentation; hand in the paper itself")
    messages = {
        "zip": archive,
        "archive": archive,
        "doc": word,
        "rtf": word,
        "odt": word,
        "html": page,
        "xml": page,
        "mhtml": page,
        "ppt": slides,
        "pptx": slides,
        "ofd": _("the file is an OFD; export it as PDF or hand in the original table"),
        "ole": _(
            "the file is damaged, or of an office program that is not known; "
            "open it and save it as .xlsx or .docx"
        ),
    }
    return messages.get(
        kind,
        _("the content of the file is of no known kind; save it as .xlsx, .csv, .docx or .pdf"),
    )
