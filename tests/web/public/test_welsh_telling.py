"""Are the pages wholly in Welsh by which somebody tells us something that is no complaint?"""

import pytest
from django.test import Client

from putright.web.language import IN_WELSH
from tests.web.public.reading_twice import ReadsTwice
from tests.web.public.test_tell_us import SAID
from tests.web.reading import read

KINDS = ("concern", "question", "compliment")
# What the person typed, and the names of the organisations.
THEIRS = {*SAID["words"].split("\r\n"), *SAID.values(), "The Commisceo example"}


@pytest.mark.django_db
def test_every_page_is_wholly_in_welsh_with_its_mistakes(commisceo: object, living_well: object) -> None:
    reader = ReadsTwice("/tell-us")
    reader.get("/tell-us")
    reader.post("/tell-us", {})
    for kind in KINDS:
        reader.get(f"/tell-us/{kind}")
        reader.get(f"/tell-us/{kind}?to=commisceo")
        reader.post(f"/tell-us/{kind}", {})
        reader.post(f"/tell-us/{kind}", {"to": "commisceo", "full_name": "Pat Example", "telephone": "x"})
        reader.post(f"/tell-us/{kind}", SAID, follow=True)

    assert sorted({text for _, text in reader.left} - THEIRS) == []
    assert reader.read == {name for name in IN_WELSH if name.startswith(("tell-us", "told-us"))}


@pytest.mark.django_db
def test_who_hears_nobody_is_told_so_in_welsh(client: Client) -> None:
    client.get("/language/cy")

    assert "Nid oes unrhyw sefydliad yn derbyn cwynion ar y wefan hon eto." in read(client.get("/tell-us")).main


@pytest.mark.django_db
def test_what_was_written_goes_with_whoever_would_rather_complain(client: Client, commisceo: object) -> None:
    client.get("/language/cy")
    client.post("/tell-us/concern", SAID | {"complain_instead": "1"})
    kept = client.session["journey:complain"]["typed"]["what-happened"]

    assert kept["words_1"] == ["The lift has been broken since Monday.\r\nPlease mend it.\n\nBle: Ward 4"]
