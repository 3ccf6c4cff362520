"""What an editor wrote in the place of delivered words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from volunteering.core.outbox.letters import UnknownLetter, find_letter

LONGEST = 1000


class MailWordsQuerySet(models.QuerySet):
    def of(self, letter: str, language: str) -> "MailWords | None":
        """For mails of this kind (dotted path) in this language; "fr" also speaks for "fr-ca". One query."""
        found = self.filter(letter=letter, language__in={language, language.split("-")[0]})
        return max(found, key=lambda words: len(words.language), default=None)


class MailWords(models.Model):
    """One row per kind of mail and language that a city has words of its own for, for all its sites together.

    An empty text is the delivered one. Placeholders stand there by their key: "{title}".
    """

    letter = models.CharField(_("mail"), max_length=150, help_text="Dotted path of its Letter.")
    language = models.CharField(_("language"), max_length=12)
    opening = models.TextField(_("opening words"), max_length=LONGEST, blank=True)
    closing = models.TextField(_("closing words"), max_length=LONGEST, blank=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = MailWordsQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of a mail")
        verbose_name_plural = _("words of the mails")
        # What is added or taken back is a change of the mail.
        default_permissions = ("change",)
        constraints = [models.UniqueConstraint(fields=["letter", "language"], name="mail_words_once")]

    def __str__(self) -> str:
        try:
            label = str(find_letter(self.letter).label)
        except UnknownLetter:
            label = self.letter.rpartition(".")[2]
        return f"{label} ({self.language})"
