"""How an editor writes the words of a mail: placeholders by their names, anything else as plain text."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from volunteering.core.outbox.letters import Letter
from volunteering.core.outbox.placeholders import LoneBrace, UnknownPlaceholder, shown, stored
from volunteering.core.outbox.words.models import LONGEST, MailWords
from volunteering.core.outbox.words.speaking import PARTS

ROWS = {"opening": 5, "closing": 3}


class WordsForm(forms.Form):
    """Starts from the words in force. What is empty, or says the delivered words, is kept as delivered."""

    opening = forms.CharField(label=_("Opening words"), required=False, max_length=LONGEST, widget=forms.Textarea)
    closing = forms.CharField(label=_("Closing words"), required=False, max_length=LONGEST, widget=forms.Textarea)

    def __init__(self, *args: Any, letter: type[Letter], language: str, own: MailWords | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.letter, self.language = letter, language
        for part in PARTS:
            if not getattr(letter, part):
                del self.fields[part]
                continue
            field = self.fields[part]
            field.initial = self._shown(getattr(own, part, "")) or self.delivered(part)
            field.widget.attrs |= {"rows": ROWS[part], "lang": language}
            field.help_text = _("Delivered: “%(words)s”") % {"words": self.delivered(part)}

    def delivered(self, part: str) -> str:
        with override(self.language):
            return self._shown(str(getattr(self.letter, part)))

    def words(self) -> MailWords:
        """Once valid: as typed, not saved."""
        texts = {part: self.cleaned_data.get(part, "") for part in PARTS}
        return MailWords(letter=self.letter.path(), language=self.language, **texts)

    def clean_opening(self) -> str:
        return self._stored("opening")

    def clean_closing(self) -> str:
        return self._stored("closing")

    def _shown(self, text: str) -> str:
        with override(self.language):
            return shown(text, self.letter.all_placeholders())

    def _stored(self, part: str) -> str:
        text = "\n".join(self.cleaned_data[part].splitlines())
        if _plain(text) == _plain(self.delivered(part)):
            return ""
        try:
            with override(self.language):
                return stored(text, self.letter.all_placeholders())
        except UnknownPlaceholder as error:
            message = _("This mail knows no %(typed)s. Take one of these: %(known)s.")
            raise ValidationError(message, params={"typed": error, "known": self.known()}) from error
        except LoneBrace as error:
            message = _(
                "Something is not right with the braces here: %(typed)s. Braces hold one of these words, with no space:"
                " %(known)s."
            )
            raise ValidationError(message, params={"typed": error, "known": self.known()}) from error

    def known(self) -> str:
        return ", ".join(name for name, _about in self.legend())

    def legend(self) -> list[tuple[str, str]]:
        """What may stand in braces, in the mail's language, and what for, in the editor's."""
        with override(self.language):
            names = [str(each) for each in self.letter.all_placeholders()]
        return [(name, str(each.about)) for name, each in zip(names, self.letter.all_placeholders(), strict=True)]


def _plain(text: str) -> str:
    """Spaces that do not break look like others: browsers and keyboards may exchange them."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
