"""The office's answer to a submission."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.models import LONGEST_WORDS, ON_SUBMISSIONS, ReasonTemplate, reasons_for

SAY_WHY = _("Say why, in a few words or with a ready-made text: the author reads it.")
SAY_SOMETHING = _("Write your message first.")


class AnswerForm(forms.Form):
    """`do`: approve, ask, refuse, write. A ready-made text stands before what is typed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ModelChoiceField(
        label=_("Ready-made text"),
        queryset=ReasonTemplate.objects.filter(decision__in=ON_SUBMISSIONS),
        required=False,
        empty_label=_("None"),
    )
    words = forms.CharField(
        label=_("To the author"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What is missing, what is unclear, what you suggest. The author reads it as you write it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.do = self.data.get("do", "") if self.is_bound else ""
        self.fields["reason"].choices = reasons_for(ON_SUBMISSIONS)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        reason, typed = data.get("reason"), (data.get("words") or "").strip()
        data["whole"] = "\n\n".join(part for part in (reason.words if reason else "", typed) if part)
        if not data["whole"] and self.do in ON_SUBMISSIONS:
            self.add_error("words", SAY_WHY)
        if not data["whole"] and self.do == "write":
            self.add_error("words", SAY_SOMETHING)
        if len(data["whole"]) > LONGEST_WORDS:
            self.add_error("words", _("Together with the ready-made text this is too long. Shorten it."))
        return data
