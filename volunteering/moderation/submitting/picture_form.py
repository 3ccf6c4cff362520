"""A picture, and what those who do not see it should know of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow

from volunteering.moderation.actions.drafting import PICTURE_STEP
from volunteering.moderation.pictures import NoPicture, read_picture
from volunteering.moderation.submitting.steps import StepForm, TypedStep


class PictureForm(StepForm):
    """The file itself is no answer that is kept as text: `picture` is there once after it was sent.

    `known`: the picture that was kept before.
    """

    name = PICTURE_STEP
    heading = _("Have you got a picture?")
    lead = _("A real photo makes people come. No text in it, and nobody who would not agree to be shown.")
    template = "volunteering/submitting/picture.html"

    file = forms.FileField(
        label=_("Your picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("A photo of at most 10 MB (JPEG, PNG or WebP)."),
    )
    description = forms.CharField(
        label=_("What does one see on it?"),
        required=False,
        max_length=255,
        help_text=_("For people who cannot see it. For example: Ten people plant a hedge along the river"),
    )
    remove = forms.BooleanField(label=_("Take this picture away"), required=False)

    def __init__(self, typed: TypedStep | None = None, *, known: Any = None, files: Any = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        self.files, self.known = files or {}, known
        self.picture: Pillow.Image | None = None
        self.is_bound = self.is_bound or files is not None
        if known is None:
            del self.fields["remove"]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file:
            try:
                self.picture = read_picture(file)
            except NoPicture as problem:
                raise forms.ValidationError(problem.sentence) from problem
        return file

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        has_one = bool(data.get("file") or self.known) and not data.get("remove")
        if has_one and not self.errors and not data.get("description"):
            self.add_error("description", _("Say in a few words what one sees on your picture."))
        return data

    def settled(self, typed: TypedStep) -> TypedStep:
        return {"description": typed.get("description", [""])}

    def told(self) -> list[tuple[Any, str]]:
        description = self.cleaned_data.get("description", "")
        return [(_("Picture"), description)] if self.known and description else []
