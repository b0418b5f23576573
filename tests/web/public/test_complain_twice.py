"""What becomes of a complaint whose button is pressed twice at the same moment?"""

from threading import Barrier, Thread

import pytest
from django.db import connections
from django.test import Client

from putright.records.models import Complaint
from tests.web.public.telling import a_telling, tell_all
from tests.web.reading import read


@pytest.mark.usefixtures("committed")
def test_two_sendings_at_the_same_moment_make_one_complaint_and_one_page(client, commisceo):
    tell_all(client, a_telling())
    client.get("/complain/check")
    cookies, together, ended = client.cookies, Barrier(2), []

    def press() -> None:
        other = Client()
        other.cookies = cookies
        together.wait()
        response = other.post("/complain/check")
        ended.append((response.status_code, response.headers.get("Location")))
        connections.close_all()

    presses = [Thread(target=press) for _ in range(2)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()

    assert Complaint.objects.count() == 1
    assert (302, "/complain/sent") in ended
    assert read(client.get("/complain/sent")).texts("//a[contains(@class, 'app-keep__link')]")
