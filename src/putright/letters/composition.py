"""Which letter do these facts make?"""

from dataclasses import dataclass
from datetime import date

from putright.domain.response import Ombudsman, Signature, SigningRole, missing_parts
from putright.letters.blocks import Block, Heading, Lines, NewPage, Paragraph, Run, SignOff
from putright.letters.errors import IncompleteResponse, UnfilledField, UnknownLetter
from putright.letters.every_letter import FACTS_OF, LetterFacts
from putright.letters.facts import Correspondence, FinalResponse
from putright.letters.fields import Fields, address_lines, channel_lines, fields_of
from putright.letters.filling import filled
from putright.letters.markdown import as_markdown
from putright.letters.marked import marked
from putright.letters.plain_text import cleaned
from putright.letters.texts import LetterText, letter_text
from putright.letters.wording import in_words

DRAFT = "Draft: do not send"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter with nothing left to fill: its body as blocks, and what stands around it on paper."""

    name: str
    title: str
    events: tuple[str, ...]
    reference: str
    written_on: date
    sender: tuple[str, ...]
    channels: tuple[str, ...]
    recipient: tuple[str, ...]
    greeting: str
    blocks: tuple[Block, ...]
    draft: bool

    @property
    def document(self) -> tuple[Block, ...]:
        """The whole letter as blocks, from letterhead to signature."""
        draft = (Paragraph((Run(DRAFT, strong=True),)),) if self.draft else ()
        return (
            *draft,
            Lines((*self.sender, *self.channels)),
            Lines(self.recipient),
            Lines((in_words(self.written_on), f"Our reference: {self.reference}")),
            Paragraph((Run(self.greeting),)),
            Heading(1, (Run(self.title),)),
            *self.blocks,
        )

    @property
    def markdown(self) -> str:
        """The whole letter as Markdown, in which nothing that a person typed is markup."""
        return as_markdown(self.document)


def compose(letter: str, facts: LetterFacts, *, draft: bool = False, with_boxes: bool = False) -> Letter:
    """The letter of this name with these facts in it.

    Raises UnknownLetter, UnfilledField, and IncompleteResponse for a final response that lacks something of
    regulation 14(2). A draft may lack it: it says on every page that it is one, and what is still to be written.
    `with_boxes` marks in a draft what may be edited outside (`marked.py`).
    """
    text = letter_text(letter)
    if type(facts) is not FACTS_OF[letter]:
        raise UnknownLetter(f"The facts of {type(facts).__name__} do not make the letter {letter!r}.")
    if isinstance(facts, FinalResponse) and not draft:
        _refuse_what_is_incomplete(facts)
    fields = marked(fields_of(facts)) if with_boxes else fields_of(facts)

    def blank(field: str) -> str:
        if draft:
            return f"[Still to be written: {field.replace('_', ' ')}]"
        raise UnfilledField(letter, field)

    for field in text.requires:
        fields[field] or blank(field)
    body = _signed(filled(text.nodes, fields, blank=blank), _sign_off(facts))
    return _letter(text, facts.correspondence, fields, body, draft=draft)


def _refuse_what_is_incomplete(facts: FinalResponse) -> None:
    missing = missing_parts(
        facts.content,
        local_authority_functions=facts.local_authority_functions,
        nhs_functions=facts.nhs_functions,
    )
    if missing:
        raise IncompleteResponse(missing)
    if Ombudsman.LOCAL in facts.content.ombudsmen and facts.local_ombudsman is None:
        raise UnfilledField("final-response", "local_ombudsman")


def _letter(
    text: LetterText, correspondence: Correspondence, fields: Fields, body: tuple[Block, ...], *, draft: bool
) -> Letter:
    recipient = correspondence.recipient
    for field, value in _around_the_body(correspondence).items():
        if not cleaned(value):
            raise UnfilledField(text.name, field)
    return Letter(
        name=text.name,
        title=text.title,
        events=(*text.events, *(event for field, event in text.events_if.items() if fields[field])),
        reference=cleaned(correspondence.reference),
        written_on=correspondence.written_on,
        sender=address_lines(correspondence.sender),
        channels=channel_lines(correspondence.sender),
        recipient=tuple(line for line in map(cleaned, (recipient.name, *recipient.address)) if line),
        greeting=f"Dear {cleaned(recipient.greeting)},",
        blocks=body,
        draft=draft,
    )


def _around_the_body(correspondence: Correspondence) -> dict[str, str]:
    """What no letter goes without, draft or not."""
    return {
        "reference": correspondence.reference,
        "sender": correspondence.sender.name,
        "recipient_name": correspondence.recipient.name,
        "greeting": correspondence.recipient.greeting,
        "writer": correspondence.writer.name,
    }


def _sign_off(facts: LetterFacts) -> SignOff:
    if isinstance(facts, FinalResponse) and facts.content.signature is not None:
        return _signature(facts.content.signature)
    writer = facts.correspondence.writer
    return SignOff(cleaned(writer.name), cleaned(writer.post))


def _signature(signature: Signature) -> SignOff:
    """Who signed, on which day, and for whom if it was a delegate: regulations 4(2) and 14(2)."""
    signatory = signature.signatory
    for_whom = "for the responsible person" if signatory.role is SigningRole.DELEGATE else ""
    post = ", ".join(part for part in (signatory.post, for_whom) if part)
    return SignOff(cleaned(signatory.name), cleaned(post), in_words(signature.signed_on))


def _signed(body: tuple[Block, ...], sign_off: SignOff) -> tuple[Block, ...]:
    """The body with the closing words at its end, or before a form that is on a page of its own."""
    end = next((place for place, block in enumerate(body) if isinstance(block, NewPage)), len(body))
    return (*body[:end], sign_off, *body[end:])
