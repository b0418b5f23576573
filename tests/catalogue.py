"""Which words of the pages are marked for translation, and what do the catalogues hold? `make words` writes them anew.

Babel reads the marks, keeps the translations there are, and compiles them; GNU gettext is not needed.
"""

import ast
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from putright.domain.adjustments import ADJUSTMENT_WORDS, Adjustment
from putright.domain.equalities import ASKED
from putright.domain.incoming import BEST_TIME_WORDS
from putright.domain.issues import SUBJECT_WORDS
from putright.domain.returns import Dimension
from putright.domain.speaking import PROOFS
from putright.domain.standing import FOOTINGS
from putright.gateways.file_kinds import KINDS_IN_WORDS
from putright.gateways.returns_files import return_forms
from putright.letters import published_facts, published_steps
from putright.letters.published import LAW_COUNTS
from putright.web.wording import MONTHS, WEEKDAYS
from tests.catalogue_following import of_following
from tests.catalogue_register import of_the_register

ROOMS = Path(__file__).resolve().parents[1] / "src/putright"
WEB = ROOMS / "web"
LOCALE = WEB / "locale"
TEMPLATES, PYTHON = ("templates/**.jinja", "jinja2.ext:babel_extract"), ("**.py", "python")
# The rooms in which words are marked; of the letters only what a page of the site draws too.
MARKED = {"web": [TEMPLATES, PYTHON], "letters": [("templates/procedure_parts.jinja", "jinja2.ext:babel_extract")]}
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_noop"), None),
    "ngettext": (1, 2),
}
# The functions, classes and constants in which the rules refuse what somebody does on a public page, by their files. A
# figure stands in the sentence as `%(most)s`. Where it was put in before, no catalogue has the sentence: it then comes
# in English and says so.
REFUSING: dict[str, tuple[str, ...]] = {
    "casework/actions/answer_consent.py": ("answer_consent",),
    "casework/actions/take_back_consent.py": ("take_back_consent",),
    "casework/follow_codes.py": ("_new_id",),
    "casework/form_files.py": ("add_to_form", "add_in", "_refuse_what_fills_the_disk", "_to_send"),
    "domain/feedback.py": ("why_not_told",),
    "domain/saved.py": ("why_not_save", "why_not_mail"),
    "domain/standing.py": ("why_not_on_this_footing",),
    "domain/stopping_email.py": ("why_not_stopped",),
    "domain/consent.py": ("why_not_so", "NOTHING_TICKED"),
    "domain/advocate_drafts.py": ("NOT_WAITING", "CHANGED", "NOTHING_WRITTEN", "SAY_WHAT"),
    "domain/advocates.py": (
        *("NOTHING_ALLOWED", "MUST_READ", "ENDS_BEFORE_TODAY", "NAMED_ALREADY", "TOO_MANY", "TOO_OFTEN"),
    ),
    "domain/answered.py": ("NOT_ANSWERED", "NO_REVIEW"),
    "domain/experience.py": ("SAID_ALREADY", "NOT_YET", "NOTHING_SAID"),
    "domain/follow_codes.py": ("WRONG", "TOO_OLD", "TRIED_OUT", "USED"),
    "domain/meeting_offers.py": ("NO_MEETING", "ALREADY_SAID", "NO_TIME"),
    "domain/page_talk.py": ("NOTHING_SENT", "SENT_ALREADY", "TOO_MANY", "NOT_OPEN"),
    "domain/withdrawing.py": ("NOT_WITHDRAWN", "ALREADY_ASKED", "ASKED_ALREADY"),
}
HEADER = """\
# The pages in another language. `make words` adds what is marked in the source, and compiles what stands here.
# Nobody who speaks Welsh has read this yet: docs/welsh.md."""


def marked() -> Catalog:
    """Everything that is marked, with the files in which it stands."""
    found = Catalog(project="Putright", header_comment=HEADER)
    jinja = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
    options = {pattern: jinja for methods in MARKED.values() for pattern, how in methods if how != "python"}
    for room, methods in MARKED.items():
        for name, _line, message, _comments, context in extract_from_dir(
            str(ROOMS / room), method_map=methods, options_map=options, keywords=KEYWORDS
        ):
            found.add(message, locations=[(f"{room}/{name}", 0)], context=context)
    for name, words in elsewhere():
        found.add(words, locations=[(name, 0)])
    return found


def elsewhere() -> Iterator[tuple[str, str]]:
    """Words that a page shows and another room holds, where no mark can stand."""
    for words in (*MONTHS, *WEEKDAYS):
        yield "web/wording.py", words
    for words in BEST_TIME_WORDS.values():
        yield "domain/incoming.py", words
    yield from of_complaining()
    yield from of_following()
    yield from of_the_register()
    yield from of_procedures()
    for name, within in REFUSING.items():
        for words in refused_in(name, within):
            yield name, words


def of_complaining() -> Iterator[tuple[str, str]]:
    """What somebody chooses from who complains, and is asked about themselves."""
    words: dict[str, Iterable[str]] = {
        "domain/issues.py": SUBJECT_WORDS.values(),
        "domain/standing.py": (footing.words for footing in FOOTINGS.values()),
        "domain/speaking.py": (proof.paper for parts in PROOFS.values() for proof in parts.values() if proof.paper),
        "domain/adjustments.py": (ADJUSTMENT_WORDS[each] for each in Adjustment),
        "domain/equalities.py": (said for each in ASKED.values() for said in (each.words, *each.answers.values())),
        "directory/returns": counted_words(),
        "gateways/file_kinds.py": (KINDS_IN_WORDS,),
        "casework/incoming_files.py": said_in("casework/incoming_files.py", ("UNFIT_WORDS", "VIRUS_WORDS")),
    }
    for name, each in words.items():
        yield from ((name, said) for said in each)


def of_procedures() -> Iterator[tuple[str, str]]:
    """What the page of every procedure says besides the words of the document."""
    said = (*published_facts.FACTS, *published_facts.DATED.values(), published_facts.UNDATED, published_facts.IN_ALL)
    said += (published_facts.AT_EVERY_STAGE, *published_facts.CALENDARS.values(), *published_facts.YOURS)
    yield from (("letters/published_facts.py", words) for words in (*said, *published_facts.PARTS))
    steps = (
        published_steps.YOU,
        published_steps.PAUSED,
        *published_steps.STRENGTH_WORDS.values(),
        *published_steps.EFFECT_WORDS.values(),
    )
    yield from (("letters/published_steps.py", words) for words in steps)
    yield "letters/published.py", LAW_COUNTS


def counted_words() -> Iterator[str]:
    """What the yearly returns ask whoever complains."""
    for boxes in (each for form in return_forms().values() for each in form.lists):
        if boxes.dimension in (Dimension.AGE, Dimension.SERVICE):
            yield boxes.asks
            yield from (label.words for label in boxes.labels)


def said_in(name: str, within: tuple[str, ...]) -> Iterator[str]:
    """Every text in the constants of these names, of a module that cannot be read in without a database."""
    for top in ast.parse((ROOMS / name).read_text()).body:
        if set(names_of(top)) & set(within):
            yield from (
                each.value for each in ast.walk(top) if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def refused_in(name: str, within: tuple[str, ...]) -> Iterator[str]:
    """Every message of a refusal that stands there as it is said, without figures put into it."""
    tops = {title: top for top in ast.parse((ROOMS / name).read_text()).body for title in names_of(top)}
    for title in within:
        for node in ast.walk(tops[title]):
            said = message_of(node)
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                yield said.value


def message_of(node: ast.AST) -> ast.expr | None:
    """What this part of a module gives as the message of a refusal; nothing where it gives none."""
    if isinstance(node, ast.keyword) and node.arg == "message":
        return node.value
    if isinstance(node, ast.Assign) and "message" in names_of(node):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "refused" and node.args[1:]:
        return node.args[1]
    return None


def names_of(node: ast.stmt) -> list[str]:
    """What a statement defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [each.id for each in targets if isinstance(each, ast.Name)]


def catalogue(language: str) -> Catalog:
    """What stands in a catalogue."""
    with source(language).open("rb") as file:
        return read_po(file, locale=language)


def source(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES/django.po"


def languages() -> list[str]:
    return sorted(path.name for path in LOCALE.iterdir() if path.is_dir())


def printed(kept: Catalog) -> bytes:
    """A catalogue as it stands in the repository."""
    out = io.BytesIO()
    write_po(out, kept, width=120, sort_output=True, omit_header=False, ignore_obsolete=True)
    return out.getvalue()


def compiled(kept: Catalog) -> bytes:
    """A catalogue as the site reads it: what is not translated is left out, and so comes in English."""
    out = io.BytesIO()
    write_mo(out, kept)
    return out.getvalue()


def write_anew(language: str) -> None:
    """Add what is marked, drop what is not, and compile."""
    kept = catalogue(language)
    kept.update(marked(), no_fuzzy_matching=True, update_creation_date=False)
    kept.header_comment, kept.fuzzy = HEADER, False
    kept.project, kept.version, kept.msgid_bugs_address = "Putright", "0.1.0", "the issues of the project"
    kept.last_translator, kept.language_team = "Putright contributors", "Putright contributors"
    source(language).write_bytes(printed(kept))
    # Read again, so that what is compiled is what stands in the file.
    source(language).with_suffix(".mo").write_bytes(compiled(catalogue(language)))


if __name__ == "__main__":
    for each in languages():
        write_anew(each)
        print(source(each))
