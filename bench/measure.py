"""What does one operation cost in processor time, ours and others', measured in turns in one run?

A side does its work and gives a `Reading`. `in_turns` lets the sides work one after the other, round by round, so that
whatever else the machine does falls on all of them; `Result` makes the ratios, prints them and keeps them as JSON.
Nothing here needs more than the standard library, so that it also runs in the peers' own environment.
"""

import hashlib
import json
import os
import platform
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any  # what a side in another process says of itself is JSON of any shape

ROOT = Path(__file__).parent.parent
RESULTS = ROOT / "bench" / "results"
CACHE = ROOT / "bench" / ".cache"
ROUNDS, WARM_UPS = 3, 1


@dataclass(frozen=True, slots=True)
class Reading:
    """So many operations took so many seconds of processor time."""

    operations: int
    cpu_seconds: float

    @property
    def each(self) -> float:
        """The seconds of processor time of one operation."""
        return self.cpu_seconds / self.operations


Side = Callable[[], Reading]


@dataclass(frozen=True, slots=True)
class Goal:
    """A promise about one of our sides: another costs at least so many times as much, or it at most so many times."""

    ours: str
    other: str
    at_least: float | None = None
    at_most: float | None = None


@dataclass(kw_only=True)
class Result:
    """What a workload found: the answers checked first, then the cost of each side in each round."""

    workload: str
    question: str
    peers: Mapping[str, Sequence[str]]  # for each of our sides, those that do the same work
    limits: Mapping[str, Sequence[str]]  # for each of our sides, the least that such work can cost
    costs: Mapping[str, list[float]]
    goals: Sequence[Goal] = ()
    checks: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)

    def cost(self, side: str) -> float:
        """The median over the rounds of what one operation of a side costs."""
        return median(self.costs[side])

    def times_ours(self, ours: str, other: str) -> float:
        """How many times what one of our sides costs another one costs."""
        return self.cost(other) / self.cost(ours)

    def judged(self) -> list[dict[str, Any]]:
        """Each goal with what was reached."""
        return [self._judged(goal) for goal in self.goals]

    def _judged(self, goal: Goal) -> dict[str, Any]:
        if goal.at_least is not None:
            promise, reached = f"at least {goal.at_least:g} times less than", self.times_ours(goal.ours, goal.other)
            met = reached >= goal.at_least
        else:
            assert goal.at_most is not None, goal
            promise, reached = f"at most {goal.at_most:g} times", 1 / self.times_ours(goal.ours, goal.other)
            met = reached <= goal.at_most
        return {"goal": f"{goal.ours}: {promise} {goal.other}", "reached": round(reached, 2), "met": met}

    def as_json(self) -> dict[str, Any]:
        """Everything that is kept."""
        return {
            "workload": self.workload,
            "question": self.question,
            "checks": self.checks,
            "microseconds_each": {
                side: {
                    "median": round(median(costs) * 1e6, 3),
                    "lowest": round(min(costs) * 1e6, 3),
                    "highest": round(max(costs) * 1e6, 3),
                }
                for side, costs in self.costs.items()
            },
            "ratio_vs_peer": {
                ours: {other: round(self.times_ours(ours, other), 2) for other in others}
                for ours, others in self.peers.items()
            },
            "ratio_vs_limit": {
                ours: {other: round(1 / self.times_ours(ours, other), 2) for other in others}
                for ours, others in self.limits.items()
            },
            "goals": self.judged(),
            "machine": machine(),
            "versions": dict(self.versions),
        }

    def keep(self) -> Path:
        """Prints what was found, writes it to bench/results and returns that file."""
        found = self.as_json()
        RESULTS.mkdir(parents=True, exist_ok=True)
        path = RESULTS / f"{self.workload}.json"
        path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        print("\n".join(_told(found)))
        return path


def _told(found: dict[str, Any]) -> Iterator[str]:
    yield f"\n{found['workload']}: {found['question']}"
    yield from (f"  checked  {name}: {value}" for name, value in found["checks"].items())
    for side, cost in found["microseconds_each"].items():
        spread = f"{cost['lowest']:,.3f} to {cost['highest']:,.3f}"
        yield f"  {cost['median']:>12,.3f} µs  {side}  ({spread}; {1e6 / cost['median']:,.0f} a second)"
    for name in ("ratio_vs_peer", "ratio_vs_limit"):
        for ours, ratios in found[name].items():
            yield f"  {name}  {ours}: " + ", ".join(f"{other} {ratio:g}" for other, ratio in ratios.items())
    for goal in found["goals"]:
        yield f"  {'met   ' if goal['met'] else 'MISSED'}  {goal['goal']}: {goal['reached']:g}"


def in_turns(sides: Mapping[str, Side], *, rounds: int = ROUNDS, warm_ups: int = WARM_UPS) -> dict[str, list[float]]:
    """What one operation of each side costs in each round, in seconds of processor time; warm-ups are not kept."""
    costs: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(warm_ups + rounds):
        for name in sorted(sides, reverse=turn % 2 == 0):  # nobody always goes first
            cost = sides[name]().each
            if turn >= warm_ups:
                costs[name].append(cost)
    return costs


def timed(work: Callable[[], object], operations: int) -> Reading:
    """The processor time of this process for one run of `work`, which does so many operations."""
    started = time.process_time()
    work()
    return Reading(operations, time.process_time() - started)


def elsewhere(module: str, *arguments: str, python: Path | None = None) -> Any:
    """What `python -m module arguments` prints as JSON, in a process of its own."""
    command = [str(python or sys.executable), "-m", module, *arguments]
    path = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def peers_python(requirements: Path = ROOT / "bench" / "requirements.txt") -> Path:
    """The Python of an environment that holds the peers and nothing of ours; made when the list has changed."""
    digest = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()[:12]
    folder = CACHE / f"{requirements.stem}-{digest}"
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        venv.create(folder, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*install, "--requirement", str(requirements)], check=True)
        (folder / "complete").touch()
    return python


def versions_of(*packages: str) -> dict[str, str]:
    """The installed versions of packages in this environment."""
    return {package: metadata.version(package) for package in packages}


def machine() -> dict[str, str | int | None]:
    """What the figures were read on, as far as it matters to them."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
