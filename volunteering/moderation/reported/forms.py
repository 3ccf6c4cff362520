"""The office's answer to the reports of a page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from volunteering.moderation.models import LONGEST_WORDS, ON_REPORTS, Outcome, ReasonTemplate, reasons_for

SAY_WHY = _("Say why, in a few words or with a ready-made text: whoever reported it reads it.")
SAY_WHAT = _("Say what you did and why, or choose a ready-made text: whoever answers for the page reads it.")
TOO_LONG = _("Together with the ready-made text this is too long. Shorten it.")


class DecideForm(forms.Form):
    """`do`: one of `Outcome`. A ready-made text stands before both words; the second is for what was done alone."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)
    reason = forms.ModelChoiceField(
        label=_("Ready-made text"),
        queryset=ReasonTemplate.objects.filter(decision__in=ON_REPORTS),
        required=False,
        empty_label=_("None"),
    )
    words = forms.CharField(
        label=_("To whoever reported it"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("They read it as you write it, if they left an address."),
    )
    statement = forms.CharField(
        label=_("To whoever answers for the page"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only if you correct it or take it down: what was wrong, and where. Not who said so."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.do = self.data.get("do", "") if self.is_bound else ""
        self.fields["reason"].choices = reasons_for(ON_REPORTS)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self._complete(data, "words", SAY_WHY)
        if self.do != Outcome.KEEP:
            self._complete(data, "statement", SAY_WHAT)
        else:
            data["statement"] = ""
        return data

    def _complete(self, data: dict[str, Any], name: str, sentence: Any) -> None:
        reason, typed = data.get("reason"), (data.get(name) or "").strip()
        data[name] = "\n\n".join(part for part in (reason.words if reason else "", typed) if part)
        if not data[name] and name not in self.errors:
            self.add_error(name, sentence)
        elif len(data[name]) > LONGEST_WORDS:
            self.add_error(name, TOO_LONG)
