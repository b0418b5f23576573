"""Which questions can a page ask, and how does a page writer put them?

    class WhenForm(PageForm):
        happened_on = DateField(
            "When did it happen?",
            name="The date it happened",
            required="Enter the date it happened",
            not_after_today=True,
        )

    def when(request: PageRequest) -> HttpResponse:
        form = WhenForm(request.POST or None, today=request.today)
        if request.method == "POST" and form.is_valid():
            try:
                record_date(..., on=form.cleaned_data["happened_on"])
            except ActionRefused as refused:
                form.refuse(*refused.refusals)
            else:
                return redirect("case", reference)
        return show(request, "when.jinja", page, form=form)

A field is required when it is given the words to say if it is left empty, else its label ends in "(optional)". A form
checks the shape of an answer only; what an answer means is for `casework` and `domain`. In a template,
`{{ field(form.happened_on) }}` draws the NHS component with what the person typed and what is wrong with it.
"""

from putright.web.forms.choice_fields import CheckboxesField, RadiosField, SelectField
from putright.web.forms.date_field import DateField
from putright.web.forms.file_field import FileField
from putright.web.forms.look import Choice, choices_from
from putright.web.forms.page_form import PageForm
from putright.web.forms.text_fields import (
    EmailField,
    HiddenField,
    NumberField,
    PasswordField,
    TelField,
    TextareaField,
    TextField,
)

__all__ = [
    "CheckboxesField",
    "Choice",
    "DateField",
    "EmailField",
    "FileField",
    "HiddenField",
    "NumberField",
    "PageForm",
    "PasswordField",
    "RadiosField",
    "SelectField",
    "TelField",
    "TextField",
    "TextareaField",
    "choices_from",
]
