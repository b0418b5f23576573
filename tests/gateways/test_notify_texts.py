"""Does GOV.UK Notify take our text messages, and is what it refuses understood, with nothing of it repeated?"""

import logging
import socket
from threading import Event

import pytest

from putright.domain.delivery import Trouble
from putright.gateways.notify import NotifyTexts
from putright.gateways.outgoing import NotTaken, OutgoingText
from tests.gateways.mail_servers import rude_server
from tests.gateways.notify_server import KEY, SERVICE, TEMPLATE, TEXT_TEMPLATE, Service, notify_server
from tests.served import free_port

TEXT = OutgoingText(message_id="text-0123456789abcdef", to="447700900123", text="012345 is your code.")


def a_service(address: str, **said: object) -> NotifyTexts:
    plain = {"key": KEY, "template": TEXT_TEMPLATE, "address": address, "seconds": 2.0}
    return NotifyTexts(**{**plain, **said})  # type: ignore[arg-type]  # each test says what it means


def trouble_with(notify: NotifyTexts) -> tuple[Trouble, int | None]:
    with pytest.raises(NotTaken) as refused:
        notify.hand_over(TEXT)
    assert "7700" not in str(refused.value)
    return refused.value.trouble, refused.value.reply


def test_it_is_given_the_number_the_words_and_our_reference_and_nothing_else() -> None:
    service = Service()
    with notify_server(service) as address:
        a_service(address).hand_over(TEXT)

    assert service.took == [
        {
            "phone_number": "447700900123",
            "template_id": TEXT_TEMPLATE,
            "personalisation": {"message": "012345 is your code."},
            "reference": "text-0123456789abcdef",
        }
    ]


def test_what_it_took_it_knows_although_its_answer_was_lost() -> None:
    with notify_server(Service(loses_answers=True)) as address:
        notify = a_service(address)
        assert not notify.has_taken(TEXT.message_id)
        assert trouble_with(notify) == (Trouble.UNREACHABLE, None)
        assert notify.has_taken(TEXT.message_id)
        assert not notify.has_taken("text-another")


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (400, Trouble.MESSAGE_REFUSED),  # a number that is none, or is not on the list of a service on trial
        (403, Trouble.SIGN_IN_REFUSED),
        (429, Trouble.BUSY),  # too many at once, or too many today
        (500, Trouble.BUSY),
        (503, Trouble.BUSY),
    ],
)
def test_each_refusal_is_understood(status: int, trouble: Trouble) -> None:
    with notify_server(Service(status=status)) as address:
        assert trouble_with(a_service(address)) == (trouble, status)


def test_a_wrong_key_and_the_template_of_an_email() -> None:
    with notify_server(Service()) as address:
        wrong = f"example-{SERVICE}-" + "0" * 36
        assert trouble_with(a_service(address, key=wrong)) == (Trouble.SIGN_IN_REFUSED, 403)
        assert trouble_with(a_service(address, template=TEMPLATE)) == (Trouble.SENDER_REFUSED, 404)


def test_nobody_there_and_somebody_who_says_nothing() -> None:
    def hang(_connection: socket.socket, over: Event) -> None:
        over.wait(10)

    assert trouble_with(a_service(f"http://127.0.0.1:{free_port()}")) == (Trouble.UNREACHABLE, None)
    with rude_server(hang) as port:
        assert trouble_with(a_service(f"http://127.0.0.1:{port}", seconds=0.3)) == (Trouble.TIMED_OUT, None)


def test_no_log_hears_the_number(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with notify_server(Service(status=400)) as address:
        trouble_with(a_service(address))  # the answer repeats the number

    assert "7700" not in caplog.text


def test_neither_the_key_nor_a_message_is_shown() -> None:
    assert KEY[-36:] not in repr(a_service("http://127.0.0.1:1"))
    assert "7700" not in repr(TEXT)
    assert "012345 is" not in repr(TEXT)
