"""What does it cost to make a letter, given as HTML, an accessible PDF by WeasyPrint? Runs in its own environment."""

import json
import sys
import time
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

WARM_UP = 3


def main(path: str) -> None:
    """Makes each letter of a JSON list of HTML documents; prints what it took, those of the warm-up not counted.

    The first is left beside the list, to be looked at.
    """
    letters = json.loads(Path(path).read_text(encoding="utf-8"))
    fonts = FontConfiguration()
    made = [_pdf(letter, fonts) for letter in letters[:WARM_UP]]
    started = time.process_time()
    made += [_pdf(letter, fonts) for letter in letters[WARM_UP:]]
    took = time.process_time() - started
    Path(path).with_suffix(".pdf").write_bytes(made[0])
    print(json.dumps({"operations": len(letters) - WARM_UP, "cpu_seconds": took}))


def _pdf(letter: str, fonts: FontConfiguration) -> bytes:
    document = weasyprint.HTML(string=letter)
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", font_config=fonts))


if __name__ == "__main__":
    main(sys.argv[1])
