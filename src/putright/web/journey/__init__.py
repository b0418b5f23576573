"""How does a form of many pages remember its answers, go back, be changed, and be sent once?

The answers stay in the session, which is kept in the database, as they were typed: nothing of them is in the browser
but the session's cookie. Each page asks one `Question`. Every question is checked again, with the day of that moment,
before anything is sent. Nothing here needs JavaScript.

    COMPLAIN = Journey(
        name="complain",
        address="complain-question",          # path("complain/<slug:question>", ...)
        check_address="complain-check",
        start_address="complain",
        done_address="complain-done",
        caption="Make a complaint",
        questions=(
            Question(name="whose", title="Whose care is it about?", form=WhoseForm),
            Question(name="patient", title="The patient", form=PatientForm, asked=lambda a: a.one("whose") == "other"),
        ),
    )

    def complain_question(request: PageRequest, question: str) -> HttpResponse:
        return ask(request, COMPLAIN, question)

    def complain_check(request: PageRequest) -> HttpResponse:
        if elsewhere := to_unanswered(request, COMPLAIN):      # a question left open, or the end reached before
            return elsewhere
        if request.method == "POST":
            outcome = receive_online(..., **cleaned(request, COMPLAIN))
            finish(request, COMPLAIN, {"reference": outcome.reference})
            return redirect("complain-done")
        return show(request, "complain_check.jinja", CheckPage(answers=answers_to_check(request, COMPLAIN)))
"""

from putright.web.journey.checking import answers_to_check, cleaned, to_unanswered
from putright.web.journey.memory import (
    SAVE,
    answers,
    begin_with,
    bring_back,
    finish,
    forget,
    is_begun,
    keep,
    keep_unfinished,
    outcome,
    rewrite,
    token,
    told_so_far,
)
from putright.web.journey.steps import ask, to_where_it_was_left
from putright.web.journey.values import Answers, Journey, Question, QuestionPage

__all__ = [
    "SAVE",
    "Answers",
    "Journey",
    "Question",
    "QuestionPage",
    "answers",
    "answers_to_check",
    "ask",
    "begin_with",
    "bring_back",
    "cleaned",
    "finish",
    "forget",
    "is_begun",
    "keep",
    "keep_unfinished",
    "outcome",
    "rewrite",
    "to_unanswered",
    "to_where_it_was_left",
    "token",
    "told_so_far",
]
