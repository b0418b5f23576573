"""Somebody who was asked for a statement saves what they have written so far."""

from datetime import datetime

from django.db import transaction

from putright.casework.errors import StaleCase, refused
from putright.casework.perform import LONGEST_TEXT
from putright.casework.stating import asked_of, taken_back
from putright.domain.access import Actor
from putright.domain.statements import Asked
from putright.records.models import AskedStatement


def save_statement(*, actor: Actor, request: int, now: datetime, words: str, saves: int) -> int:
    """Keep the draft of a statement, which nobody else reads; return how often it has been saved.

    `saves` is how often it had been saved as the page showed it. Raises StaleCase where another window has saved
    something else meanwhile, and ActionRefused where the request no longer waits.
    """
    words = words.replace("\r\n", "\n")
    if len(words) > LONGEST_TEXT:
        raise refused(
            "too-long", f"This is longer than {LONGEST_TEXT:,} characters. Add it as a file when you send it."
        )
    with transaction.atomic(durable=True):
        pk = asked_of(actor, request).pk
        row = AskedStatement.objects.select_for_update(of=("self",)).get(pk=pk)
        if row.state == Asked.TAKEN_BACK:
            raise taken_back()
        if row.state == Asked.GIVEN:
            raise refused("already-given", "This statement has been given. Add what is new to it.")
        if row.draft == words:
            return row.saves
        if row.saves != saves:
            raise StaleCase
        row.draft, row.drafted_at, row.saves = words, now, row.saves + 1
        row.save(update_fields=["draft", "drafted_at", "saves"])
    return row.saves
