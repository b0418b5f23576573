"""How does a command end? With 0, with 1 for findings, with 2 for input that it cannot use, saying why."""

from __future__ import annotations

DONE = 0
FOUND = 1
BAD_INPUT = 2
INTERRUPTED = 130


class BadInput(Exception):
    """A command was given something it cannot use; each problem is a sentence that says how to put it right."""

    def __init__(self, *problems: str) -> None:
        """Keep the problems."""
        super().__init__("\n".join(problems))
        self.problems = problems
