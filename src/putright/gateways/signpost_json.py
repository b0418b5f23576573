"""How an answer to “where do I go?” is written for other programs."""

from putright.domain.directory_rows import Channel
from putright.domain.signpost_answer import Answer, Excluded, Note, OmbudsmanBy, Printed, Signpost

Json = dict[str, object]


def signpost_json(answer: Signpost) -> Json:
    """The answer as plain values; `body` is a code of the register, or the part itself where the body is not known."""
    return {
        "on": answer.on.isoformat(),
        "first": _answer(answer.first),
        "alternative": _answer(answer.alternative) if answer.alternative else None,
        "excluded": [_excluded(each) for each in answer.excluded],
        "support": [_answer(each) for each in answer.support],
        "urgent": _answer(answer.urgent) if answer.urgent else None,
        "ombudsman_by": _by(answer.ombudsman_by) if answer.ombudsman_by else None,
        "notes": [_note(each) for each in answer.notes],
    }


def _answer(answer: Answer) -> Json:
    return {
        "body": answer.body or answer.role.value,
        "role": answer.role.value,
        "name": answer.name,
        "ask_for": answer.ask_for,
        "because": answer.because,
        "authority": answer.authority,
        "source": list(answer.sources),
        "verified": answer.verified,
        "checked_on": answer.checked_on.isoformat() if answer.checked_on else None,
        "channels": [_channel(each) for each in answer.channels],
        "printed": [_printed(each) for each in answer.printed],
    }


def _excluded(excluded: Excluded) -> Json:
    return {
        "body": excluded.body or excluded.role.value,
        "role": excluded.role.value,
        "name": excluded.name,
        "because": excluded.because,
        "authority": excluded.authority,
        "source": list(excluded.sources),
        "printed": [_printed(each) for each in excluded.printed],
    }


def _by(limit: OmbudsmanBy) -> Json:
    return {
        "body": limit.body,
        "name": limit.name,
        "by": limit.by.isoformat(),
        "counted_from": limit.counted_from.isoformat(),
        "assumed": limit.assumed,
        "because": limit.because,
        "authority": limit.authority,
        "source": list(limit.sources),
        "through": limit.through,
        "channels": [_channel(each) for each in limit.channels],
        "printed": [_printed(each) for each in limit.printed],
    }


def _note(note: Note) -> Json:
    return {
        "words": note.words,
        "authority": note.authority,
        "source": list(note.sources),
        "printed": [_printed(each) for each in note.printed],
    }


def _channel(channel: Channel) -> Json:
    hours = channel.hours
    return {
        "channel": channel.channel,
        "means": channel.means.value,
        "value": channel.value,
        "purpose": channel.purpose.value,
        "hours": f"{hours.days}, {hours.opens:%H:%M} to {hours.closes:%H:%M}" if hours else None,
        "instruction": channel.instruction,
        "promise": channel.promise,
        "verified": channel.verified,
        "checked_on": channel.checked_on.isoformat(),
    }


def _printed(printed: Printed) -> Json:
    return {
        "route": str(printed),
        "title": printed.title,
        "clause": printed.clause,
        "defects": list(printed.defects),
        "put_right": printed.put_right,
    }
