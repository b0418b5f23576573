"""Runs the workloads named, or all of them: python -m bench [p1 ...]"""

import importlib
import sys
from pathlib import Path

WORKLOADS = {path.stem.split("_")[0]: path.stem for path in sorted(Path(__file__).parent.glob("p[0-9]*_*.py"))}

# And what is run by its name alone: it takes half an hour, and is no race.
KNOWN = {**WORKLOADS, "kills": "killed_worker"}


def main(names: list[str]) -> int:
    """Runs each workload's main(); 0 when every answer was right, whether or not its goals were met."""
    unknown = [name for name in names if name not in KNOWN]
    if unknown:
        print(f"There is no workload {', '.join(unknown)}: choose from {', '.join(KNOWN)}.", file=sys.stderr)
        return 2
    workloads = [importlib.import_module(f"bench.{KNOWN[name]}") for name in names or WORKLOADS]
    return max((workload.main([]) for workload in workloads), default=0)


if __name__ == "__main__":
    sys.exit(main([name.lower() for name in sys.argv[1:]]))
