"""P5: do fifty people who complain at the same time, each with three files, all get through? What of them is kept?

Each answers every page of the form as a browser does, waits for each answer, adds a file and sends it with two more, on
the site as it is served. Afterwards every complaint is looked for by its words and every file by its bytes, and the
chain of every case is checked. It says how long the pages took; no goal is in seconds, and none may be lost.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import requests

from bench.measure import RESULTS, elsewhere, machine
from bench.pages import ENGINES

PEOPLE: Final = 50
BYTES: Final = 1_500_000  # a photograph of a letter
BODY: Final = "commisceo"
_TOKEN: Final = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_SECONDS: Final = 300


def main(_arguments: list[str]) -> int:
    """Both engines, each in a process of its own; 0 if nothing was lost."""
    found = {name: elsewhere("bench.p5_complaining", engine) for engine, name in ENGINES.items()}
    told = {"workload": "p5-complaining", "people at once": PEOPLE, "bytes of a file": BYTES, **found}
    (RESULTS / "p5-complaining.json").write_text(json.dumps({**told, "machine": machine()}, indent=2) + "\n")
    print(json.dumps(told, indent=2))
    return int(any(each["lost"] or each["files lost"] or each["faults"] for each in found.values()))


def measured(engine: str) -> dict[str, Any]:
    """What fifty people met, and what is there of them afterwards."""
    with tempfile.TemporaryDirectory(prefix="putright-bench-") as made, _site(engine, Path(made)) as (address, data):
        at_once = threading.Barrier(PEOPLE)
        began = time.monotonic()
        with ThreadPoolExecutor(PEOPLE) as pool:
            people = list(pool.map(lambda number: _complains(address, number, at_once), range(PEOPLE)))
        seconds = time.monotonic() - began
        times = [took for person in people for took in person["times"]]
        lost, files_lost, chains = _kept(data, [person["reference"] for person in people])
    return {
        "lost": lost,
        "files lost": files_lost,
        "faults": [fault for person in people for fault in person["faults"]] + chains,
        "references": len({person["reference"] for person in people if person["reference"]}),
        "pages": len(times),
        "seconds in all": round(seconds, 1),
        "seconds of a page": {
            "median": round(median(times), 3),
            "95 of 100 under": round(quantiles(times, n=20)[-1], 3),
            "longest": round(max(times), 3),
        },
    }


@contextmanager
def _site(engine: str, folder: Path) -> Iterator[tuple[str, Path]]:
    """The demonstration, served from an empty folder on one of the engines."""
    from tests import postgresql
    from tests.served import environment, served

    settings = {"database_url": postgresql.start(folder / "postgresql")} if engine == "postgresql" else {}
    data = folder / "data"
    command = [sys.executable, "-m", "putright", "demo", "--data", str(data)]
    subprocess.run(command, check=True, env=environment(**settings), stdout=subprocess.DEVNULL)
    os.environ |= {f"PUTRIGHT_{name.upper()}": text for name, text in settings.items()}
    with served(data, **settings) as address:
        yield address, data


def _complains(address: str, number: int, at_once: threading.Barrier) -> dict[str, Any]:
    """One person, from the first page to the reference; what they met that was no page goes into the faults."""
    from tests.web.public.telling import a_telling

    told = {name: dict(answer) for name, answer in a_telling().items()}
    told["what-happened"]["words_1"] = _words(number)
    told["name"]["full_name"] = f"Person {number} Sample"
    browser, times, faults = requests.Session(), [], []

    def ask(method: str, path: str, **sent: Any) -> requests.Response:
        begun = time.monotonic()
        response = browser.request(method, address + path, timeout=_SECONDS, headers={"Referer": address}, **sent)
        times.append(time.monotonic() - begun)
        if not response.ok:
            faults.append(f"{path}: {response.status_code}")
        return response

    at_once.wait()
    page = ask("GET", "/complain/to")
    while page.ok and not page.url.endswith("/complain/check"):
        path = page.url.removeprefix(address)
        page = ask("POST", path, data={**told[path.rpartition("/")[2]], **_token(page)})
    files = [("file_1", (f"{number}-1.pdf", _file(number, 1)))]
    page = ask("POST", "/complain/check", data={"add": "1", **_token(page)}, files=files)
    files = [(f"file_{place}", (f"{number}-{place}.pdf", _file(number, place))) for place in (2, 3)]
    page = ask("POST", "/complain/check", data=_token(page), files=files)
    reference = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", page.text)
    return {"reference": reference[0] if reference else "", "times": times, "faults": faults}


def _token(page: requests.Response) -> dict[str, str]:
    found = _TOKEN.search(page.text)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


def _words(number: int) -> str:
    return f"This is what happened to the person of number {number} of many."


def _file(number: int, place: int) -> bytes:
    head = f"%PDF-1.7\n% person {number}, file {place}\n".encode()
    return head + bytes((number * 7 + place) % 251 for _ in range(16)) * (BYTES // 16) + b"\n%%EOF\n"


def _kept(data: Path, references: list[str]) -> tuple[int, int, list[str]]:
    """How many complaints are not there once with all their words, how many files, and what `verify` says."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "putright.config.settings", "PUTRIGHT_DATA": str(data)}
    import django

    django.setup()
    from django.conf import settings

    from putright.config.command_line import main as putright
    from putright.domain.references import reference_meant
    from putright.records.models import Case, Document

    lost = files_lost = 0
    for number, shown in enumerate(references):
        cases = Case.objects.filter(reference=reference_meant(shown)) if shown else Case.objects.none()
        papers = list(Document.objects.filter(case__in=cases))
        lost += len(cases) != 1 or not any(paper.text == _words(number) for paper in papers)
        kept = {(Path(settings.MEDIA_ROOT) / paper.stored_as).read_bytes() for paper in papers if paper.stored_as}
        files_lost += sum(_file(number, place) not in kept for place in (1, 2, 3))
    with redirect_stdout(sys.stderr):
        is_whole = putright(["verify", "--data", str(data)]) == 0
    return lost, files_lost, [] if is_whole else ["putright verify found a fault"]


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
