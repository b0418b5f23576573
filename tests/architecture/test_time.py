"""Is the clock read in one place only?"""

import ast

from tests.architecture.source import PACKAGE, modules, shown, tree

THE_CLOCK = PACKAGE / "gateways" / "clock.py"
# What a program calls to learn the time of day. Counters for measuring (perf_counter, monotonic) are not among them.
READS = {
    "date.today",
    "datetime.today",
    "datetime.now",
    "datetime.utcnow",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
}


def test_only_the_clock_asks_for_the_time() -> None:
    readers = [
        f"{shown(path, node)} reads {ast.unparse(node)}"
        for path in modules()
        if path != THE_CLOCK
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in READS
    ]

    assert readers == []


def test_no_field_fills_itself_with_the_time() -> None:
    filled = [
        f"{shown(path, node.value)} uses {node.arg}"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}
    ]

    assert filled == []


def test_the_clock_itself_would_be_found() -> None:
    reads = [ast.unparse(node) for node in ast.walk(tree(THE_CLOCK)) if isinstance(node, ast.Attribute)]

    assert READS & set(reads) == {"datetime.now"}
