"""What may not stand in the repository? Keys, passwords, real patients' numbers, paths and hosts of one machine.

`python -m tests.architecture.kept_out FILE...` checks files, before each commit; a test checks them all.
"""

import re
import sys
from pathlib import Path

# Each pattern is written so that it does not match itself.
KEPT_OUT = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE[ ]KEY-----"),
    "a cloud key": re.compile(r"\bAKIA[0-9A-Z]{16}\b"),
    "a secret": re.compile(
        r"(?i)\b(?:secret|token|password|api_?key)\w*[\"']?\s*[:=]\s*[\"'](?=[^\"']*[0-9])[A-Za-z0-9+/=_-]{24,}[\"']"
    ),
    # /work/waiting is an address of the site.
    "a path of one machine": re.compile(
        r"(?<![\w.:/])/(?!work/waiting\b)(?:work|root|home|farm|Users)/[A-Za-z0-9_.-]+"
    ),
    "a package registry's address": re.compile(
        r"(?i)\b(?:files\.pythonhosted|pypi|registry\.npmjs|deb\.debian)\.org\b"
    ),
}
_TEN_DIGITS = re.compile(r"(?<![\w.+-])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![\w-]|\.\d)")


def found(text: str) -> list[str]:
    """Return what stands in a text that may not, with its line."""
    problems = [
        f"line {text.count(chr(10), 0, match.start()) + 1}: {what}"
        for what, pattern in KEPT_OUT.items()
        for match in pattern.finditer(text)
    ]
    for match in _TEN_DIGITS.finditer(text):
        number = "".join(match.groups())
        if _is_nhs_number(number) and not number.startswith("999"):
            line = text.count("\n", 0, match.start()) + 1
            problems.append(f"line {line}: an NHS number that could be a patient's (use the range that begins 999)")
    return problems


def _is_nhs_number(digits: str) -> bool:
    """Return whether the tenth digit checks the nine before it (modulus 11)."""
    check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check != 10 and int(digits[9]) == check % 11 and digits != "0000000000"


def main(names: list[str]) -> int:
    """Print what stands in the named files that may not; return 1 if anything does."""
    problems = [
        f"{name}: {problem}" for name in names for problem in found(Path(name).read_text("utf-8", errors="replace"))
    ]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
