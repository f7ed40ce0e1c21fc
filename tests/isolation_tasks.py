"""What the tests of isolation have workers do."""

import ctypes
import os
import sys
import time


def double(task):
    return {"twice": task["number"] * 2}


def name_of_process(_task):
    return os.getpid()


def print_much(_task):
    for _line in range(10_000):
        print("to standard output")  # noqa: T201 - this is what is tested
        os.write(1, b"to the file of standard output\n")
        sys.stderr.write("to standard error\n")
    return "printed"


def abort(_task):
    os.write(2, b"last words")
    os.abort()


def leave(_task):
    os._exit(5)


def hang(_task):
    time.sleep(600)


def burn(_task):
    while True:
        pass


def eat(_task):
    eaten = []
    while True:
        eaten.append(b"x" * 10_000_000)


def eat_slowly(_task):
    eaten = []
    while True:
        eaten.append(b"x" * 10_000_000)
        time.sleep(0.01)


def crash(_task):
    ctypes.string_at(0)


def raise_error(_task):
    raise LookupError("of this message")


def raise_exit(_task):
    sys.exit(3)


def unspeakable(_task):
    return object()


def much(task):
    return "x" * task["size"]


def language(_task):
    from zhenggai.i18n import language

    return language()
