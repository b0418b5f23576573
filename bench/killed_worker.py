"""What if the worker that sends letters is killed a thousand times?

`make bench P=kills`, or `python -m bench.killed_worker [--times N] [--minutes M] [--sqlite]`, sends through a real SMTP
server of this machine and kills the worker at moments drawn by chance; then it says what was lost, how many copies came
besides the first, and whether all copies of a letter were the same. Decision 13 says what is promised.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from bench.measure import RESULTS, machine
from tests import postgresql
from tests.jobs.killing import kill_again_and_again


def main(arguments: list[str]) -> int:
    """Kill, print and keep what was found; 0 if all was as promised."""
    parser = argparse.ArgumentParser(prog="python -m bench.killed_worker")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0, help="after which no further worker is killed")
    parser.add_argument("--sqlite", action="store_true", help="on SQLite, and not on a PostgreSQL server of its own")
    said = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="putright-killed-") as folder:
        database = {"database_url": postgresql.start(Path(folder) / "postgresql")} if not said.sqlite else {}
        began = time.monotonic()
        found = kill_again_and_again(
            Path(folder) / "data",
            times=said.times,
            letters=said.times * 3 // 2,
            seed=said.seed,
            seconds=said.minutes * 60,
            **database,
        )
    told = {
        "database": "SQLite" if said.sqlite else "PostgreSQL",
        "kills": found.kills,
        "letters": found.letters,
        "lost": found.lost,
        "kills with a letter taken": found.kills_with_a_letter_taken,
        "further copies": found.further_copies,
        "most copies of one letter": max(found.copies.values()),
        "letters whose copies differ": sum(len(bodies) > 1 for bodies in found.bodies.values()),
        "entered other than once": sum(count != 1 for count in found.acknowledged),
        "misfits": len(found.misfits),
        "seconds": round(time.monotonic() - began, 1),
        "machine": machine(),
    }
    name = "killed-worker-sqlite" if said.sqlite else "killed-worker-postgresql"
    (RESULTS / f"{name}.json").write_text(json.dumps(told, indent=2) + "\n")
    print(json.dumps(told, indent=2))
    wrong = (found.lost, told["letters whose copies differ"], told["entered other than once"], len(found.misfits))
    return int(any(wrong) or found.further_copies > found.kills_with_a_letter_taken or found.progress != ["sent"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
